/** What a host has of CUDA, and ONNX Runtime's provider for it. */
package io.tsad.runtime.detect.cuda;
