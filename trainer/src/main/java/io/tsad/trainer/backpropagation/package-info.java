/**
 * Fits networks in PyTorch: batches in, weights out. The loop is {@link
 * io.tsad.trainer.backpropagation.Fit}.
 */
package io.tsad.trainer.backpropagation;
