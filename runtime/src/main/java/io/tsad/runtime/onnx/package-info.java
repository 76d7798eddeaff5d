/** Looks into ONNX files, and leaves parts out, without a library for their format. */
package io.tsad.runtime.onnx;
