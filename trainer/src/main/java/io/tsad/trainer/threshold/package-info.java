/**
 * Where probability becomes verdict: calibration, and the choice of a threshold, on series that a
 * model was not fitted to. Knows nothing of how the probabilities were made.
 */
package io.tsad.trainer.threshold;
