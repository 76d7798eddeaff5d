/** From fitted weights to one {@code .onnx} file that keeps the model contract, and its proof. */
package io.tsad.trainer.export;
