/**
 * How good a model is: figures with intervals and curves, pure functions of the probabilities that
 * it gave to series it was not trained on, and {@code evaluation.json}, which stores them.
 */
package io.tsad.runtime.evaluation;
