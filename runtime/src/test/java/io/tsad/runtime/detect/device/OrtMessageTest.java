package io.tsad.runtime.detect.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Messages as ONNX Runtime 1.28 writes them. */
class OrtMessageTest {
  private static final String TAIL =
      " ; GPU=-1 ; hostname=vm ; file=/onnxruntime_src/onnxruntime/core/providers/cuda/"
          + "cuda_execution_provider_info.cc ; line=69 ; expr=cudaGetDeviceCount(&num_devices); \n";

  private static String of(String message) {
    return OrtMessage.of(new IllegalStateException(message));
  }

  @Test
  void aDriverWithoutAGpuIsNamedAndNotTheOptionThatAskedForOne() {
    assertEquals(
        "CUDA failure 100: no CUDA-capable device is detected",
        of(
            "Error code - ORT_FAIL - message: /onnxruntime_src/onnxruntime/core/providers/cuda/"
                + "cuda_execution_provider_info.cc:62 static onnxruntime::CUDAExecutionProviderInfo"
                + " onnxruntime::CUDAExecutionProviderInfo::FromProviderOptions("
                + "const onnxruntime::ProviderOptions&) [ONNXRuntimeError] : 1 : FAIL :"
                + " provider_options_utils.h:187 Parse Failed to parse provider option"
                + " \"device_id\": CUDA failure 100: no CUDA-capable device is detected"
                + TAIL));
  }

  @Test
  void anOptionThatIsWrongItselfIsNamed() {
    String message = "Failed to parse provider option \"use_tf32\": Failed to parse value";
    assertEquals(message, of(message));
  }

  @Test
  void aNodeThatTheGpuFailsAtIsNamedWithoutTheHost() {
    assertEquals(
        "in node conv1: CUDNN failure 5000: CUDNN_STATUS_EXECUTION_FAILED",
        of(
            "Error code - ORT_FAIL - message: Non-zero status code returned while running Conv"
                + " node. Name:'conv1' Status Message: CUDNN failure 5000:"
                + " CUDNN_STATUS_EXECUTION_FAILED"
                + TAIL));
  }
}
