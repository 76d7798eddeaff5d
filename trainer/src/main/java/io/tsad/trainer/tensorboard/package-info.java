/** Scalars for TensorBoard, written without TensorFlow. */
package io.tsad.trainer.tensorboard;
