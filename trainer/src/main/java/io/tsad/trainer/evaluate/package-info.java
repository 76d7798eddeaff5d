/**
 * Judges a binary classifier by the probabilities it gave to series it was not fitted to: how they
 * are calibrated, how a threshold is chosen, what to warn of, and the text and plot that show it.
 * Knows nothing of how the probabilities were made.
 */
package io.tsad.trainer.evaluate;
