package io.tsad.trainer.doctor;

import io.tsad.runtime.doctor.Finding;
import java.util.List;
import java.util.Map;

/**
 * How the process takes memory. By default glibc hands PyTorch's large buffers back to the kernel
 * after every step, which halves the speed on a CPU (docs/benchmarks.md).
 *
 * @param environment of the process
 */
record Allocator(Map<String, String> environment) {
  private static final List<String> VARIABLES =
      List.of("MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_", "MALLOC_TOP_PAD_");

  Finding finding() {
    List<String> unset =
        VARIABLES.stream().filter(name -> environment.getOrDefault(name, "").isEmpty()).toList();
    return unset.isEmpty()
        ? Finding.ok("allocator", "keeps PyTorch's buffers (MALLOC_*)")
        : Finding.warn(
            "allocator",
            "%s unset: training on a CPU is slower; bin/tsad-train sets them"
                .formatted(String.join(", ", unset)));
  }
}
