/** Training: batches in, weights out. The loop is {@link io.tsad.trainer.fit.Fit}. */
package io.tsad.trainer.fit;
