package io.tsad.runtime.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An unpacked distribution, and an empty folder to use it in.
 *
 * @param home the distribution's folder
 * @param work the working directory; {@code work/cache} is the user's cache
 */
record Distribution(Path home, Path work) {
  /** What a run answered. */
  record Answer(int code, String out, String err) {}

  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  /** Unpacks the archive that the build made: {@code jars} or {@code jre}. */
  static Distribution unpack(String kind, Path home, Path work)
      throws IOException, InterruptedException {
    Files.createDirectories(home);
    Files.createDirectories(work);
    String archive = System.getProperty("distribution." + kind);
    Process tar =
        new ProcessBuilder("tar", "xzf", archive, "--strip-components=1", "-C", home.toString())
            .inheritIO()
            .start();
    assertEquals(0, tar.waitFor());
    return new Distribution(home, work);
  }

  /** In another, empty folder. */
  Distribution in(Path folder) throws IOException {
    return new Distribution(home, Files.createDirectories(folder));
  }

  Path launcher() {
    return home.resolve("bin/tsad-infer");
  }

  Path model() {
    return home.resolve("lib/training/model.onnx");
  }

  Path series() {
    return home.resolve("lib/training/series.npy");
  }

  /** The model's verdict on the series, as text. */
  String verdict() {
    return series() + "\tanomaly\t0.952309\n";
  }

  List<String> scoring(Path launcher) {
    return List.of(launcher.toString(), "--device=cpu", "--model=" + model(), series().toString());
  }

  /** Scores the series. */
  Answer score(Map<String, String> environment) throws IOException, InterruptedException {
    return run(environment, scoring(launcher()));
  }

  /** Runs {@code command} on this test's Java, in a user's environment that is empty otherwise. */
  Answer run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(work, "stdout", "");
    Path err = Files.createTempFile(work, "stderr", "");
    Process process =
        builder(environment, command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it ends");
    Answer answer = new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return answer;
  }

  ProcessBuilder builder(Map<String, String> environment, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    Map<String, String> all = new HashMap<>();
    all.put("PATH", System.getenv("PATH"));
    all.put("JAVA_HOME", JAVA_HOME.toString());
    all.put("XDG_CACHE_HOME", work.resolve("cache").toString());
    all.putAll(environment);
    builder.environment().clear();
    builder.environment().putAll(all);
    return builder;
  }

  /** The regular files in the user's cache. */
  List<Path> cached() throws IOException {
    Path cache = work.resolve("cache");
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
