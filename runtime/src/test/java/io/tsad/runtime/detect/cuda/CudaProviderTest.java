package io.tsad.runtime.detect.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CudaProviderTest {
  @Test
  void aGpuSearchesNoAlgorithmsTakesNoMoreThanItNeedsAndKeepsAllBits() {
    assertEquals(
        Map.of(
            "cudnn_conv_algo_search", "HEURISTIC",
            "arena_extend_strategy", "kSameAsRequested",
            "use_tf32", "0"),
        CudaProvider.settings(0));
  }

  @Test
  void aLimitOfItsMemoryIsInBytes() {
    assertEquals("2147483648", CudaProvider.settings(2L << 30).get("gpu_mem_limit"));
  }
}
