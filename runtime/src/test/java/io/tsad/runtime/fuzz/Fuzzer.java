package io.tsad.runtime.fuzz;

import java.nio.file.Path;
import java.util.Objects;

/** What Jazzer calls, in a process of its own. */
public final class Fuzzer {
  static final String TARGET = "fuzz.target";
  static final String FOLDER = "fuzz.folder";

  private static final FuzzTarget READER = FuzzTarget.valueOf(property(TARGET));
  private static final Path SCRATCH = Path.of(property(FOLDER));

  private Fuzzer() {}

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    READER.feed(input, SCRATCH);
  }
}
