/**
 * A classifier fitted without back-propagation: thousands of fixed convolution kernels, pooled, and
 * a ridge regression on them.
 *
 * <p>Samples are whole numbers here (see {@link io.tsad.trainer.kernel.Grid}), so that a sum of
 * products is the same in whatever order it is taken, and {@code x > bias} has one answer in Java
 * and in every ONNX runtime.
 */
package io.tsad.trainer.kernel;
