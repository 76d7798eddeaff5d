/**
 * Judges a binary classifier by the probabilities it gave to series it was not trained on: figures
 * with intervals, curves, the choice of a threshold, and the files and text that show them. Pure
 * functions of the probabilities; nothing here knows how they were made.
 */
package io.tsad.trainer.evaluate;
