package io.tsad.runtime.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fuzzes one target, guided by coverage, in a Java of its own with little memory.
 *
 * @param seconds how long
 */
record FuzzRun(FuzzTarget target, int seconds) {
  /** Jazzer looks at every class it can see before it starts, and takes memory for each. */
  private static final String MODULES =
      "java.base,java.instrument,java.management,jdk.attach,jdk.unsupported";

  private static final List<String> LIBRARIES = List.of("jazzer", "fastcsv", "jackson");

  /** Enough for all that a header, a directory or a row can hold. */
  private static final int MOST_BYTES = 4096;

  private static final int SECONDS_TO_START = 120;

  /** What came of it: 0 if nothing was found. */
  record Outcome(int exitCode, String lastLines) {}

  /** The inputs that are kept: what to start from, and what was found before. */
  static Path corpus(FuzzTarget target) {
    return Path.of("src", "test", "resources", "fuzz", target.folderName());
  }

  Outcome run() throws IOException, InterruptedException {
    Path folder = Path.of("target", "fuzz", target.folderName());
    Path found = Files.createDirectories(folder.resolve("corpus"));
    // A short run would spend its time on what former runs made.
    try (Stream<Path> former = Files.list(found)) {
      for (Path input : former.toList()) {
        Files.delete(input);
      }
    }
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "--limit-modules",
                MODULES,
                "-cp",
                classPath(),
                "-D" + Fuzzer.TARGET + "=" + target,
                "-D" + Fuzzer.FOLDER + "=" + folder,
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzer.class.getName(),
                "--instrumentation_includes=" + instrumented(),
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + File.separator,
                "-max_total_time=" + seconds,
                "-max_len=" + MOST_BYTES,
                "-timeout=25",
                // The heap is the limit; libFuzzer would count what this process had at its peak.
                "-rss_limit_mb=0",
                "-use_value_profile=1",
                "-print_final_stats=1",
                found.toString(),
                corpus(target).toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      boolean ended = process.waitFor(SECONDS_TO_START + seconds, TimeUnit.SECONDS);
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      return new Outcome(
          ended ? process.exitValue() : -1,
          String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())));
    } finally {
      process.destroyForcibly();
    }
  }

  /** What guides the fuzzer: for an archive also the part of the JDK that reads its directory. */
  private String instrumented() {
    return "io.tsad.**:de.siegmar.**:com.fasterxml.**"
        + (target == FuzzTarget.NPZ ? ":java.util.zip.**" : "");
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> new File(entry).isDirectory() || isNeeded(new File(entry).getName()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isNeeded(String jar) {
    return LIBRARIES.stream().anyMatch(jar::startsWith);
  }
}
