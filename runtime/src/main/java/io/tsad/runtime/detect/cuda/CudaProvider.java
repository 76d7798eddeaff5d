package io.tsad.runtime.detect.cuda;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** ONNX Runtime's CUDA provider, set up for scoring. */
public final class CudaProvider {
  private CudaProvider() {}

  /**
   * Adds it.
   *
   * @param memory the most that it may take of the GPU's, in bytes; 0 for no limit
   */
  public static void add(OrtSession.SessionOptions options, long memory) throws OrtException {
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions()) {
      for (Map.Entry<String, String> setting : settings(memory).entrySet()) {
        cuda.add(setting.getKey(), setting.getValue());
      }
      options.addCUDA(cuda);
    }
  }

  /** By ONNX Runtime's names. */
  static Map<String, String> settings(long memory) {
    Map<String, String> settings = new LinkedHashMap<>();
    // By default every new shape of input is met with a trial of all of cuDNN's algorithms.
    settings.put("cudnn_conv_algo_search", "HEURISTIC");
    // By default it grows in powers of two, and takes up to twice what scoring needs.
    settings.put("arena_extend_strategy", "kSameAsRequested");
    // TF32 keeps ten bits of a factor. A float32 model answers as on the CPU; who wants that speed
    // takes the float16 file, which says what it costs.
    settings.put("use_tf32", "0");
    if (memory > 0) {
      settings.put("gpu_mem_limit", Long.toString(memory));
    }
    return settings;
  }
}
