/**
 * What every view of the kernel classifier has in common, and what it is shown of a series.
 *
 * <p>Samples are whole numbers here (see {@link io.tsad.trainer.kernel.view.Grid}), so that a sum
 * of products is the same in whatever order it is taken, and {@code x > bias} has one answer in
 * Java and in every ONNX runtime.
 */
package io.tsad.trainer.kernel.view;
