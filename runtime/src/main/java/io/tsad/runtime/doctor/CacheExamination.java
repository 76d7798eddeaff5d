package io.tsad.runtime.doctor;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.cache.CacheState;
import java.util.List;
import java.util.Locale;

/** Says what the cache of optimised models means for the next start. */
final class CacheExamination {
  private CacheExamination() {}

  static Section section(CacheState state) {
    return new Section("Cache", TsadException.Kind.MODEL, List.of(finding(state)));
  }

  private static Finding finding(CacheState state) {
    if (state instanceof CacheState.Present present) {
      return Finding.ok("present", "%s, %s".formatted(present.file(), size(present.bytes())));
    }
    if (state instanceof CacheState.Absent absent) {
      return Finding.ok("absent", "the next start writes a copy into " + absent.folder());
    }
    if (state instanceof CacheState.Stale stale) {
      return Finding.ok(
          "stale",
          "%s, %s: the next start replaces it".formatted(stale.file(), size(stale.bytes())));
    }
    if (state instanceof CacheState.Unwritable unwritable) {
      return Finding.warn(
          "unwritable",
          "%s: each start reads the whole model; let this user write there"
              .formatted(unwritable.folder()));
    }
    return Finding.ok("off", ((CacheState.Off) state).reason());
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
  }
}
