package io.tsad.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A checkout that is built: the real launchers, and the class path of the test that made it.
 *
 * @param home its folder
 */
public record Checkout(Path home) {
  /** What a run answered. */
  public record Run(int code, String out, String err) {}

  /** Makes it in {@code home}, from the launchers that lie beside this module. */
  public static Checkout make(Path home, String... modules) throws IOException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    try (Stream<Path> launchers = Files.list(Path.of("../bin"))) {
      for (Path launcher : launchers.toList()) {
        Files.copy(launcher, bin.resolve(launcher.getFileName()));
        bin.resolve(launcher.getFileName()).toFile().setExecutable(true);
      }
    }
    for (String module : modules) {
      Path target = Files.createDirectories(home.resolve(module).resolve("target"));
      Files.createDirectory(target.resolve("classes"));
      Files.writeString(target.resolve("classpath"), System.getProperty("java.class.path"));
      Files.writeString(target.resolve("classpath.profiles"), "\n");
    }
    return new Checkout(home);
  }

  /**
   * Runs a shell's script in an environment that is empty otherwise. It is a file, because a
   * process cannot be handed letters that this Java's own locale does not have.
   *
   * @param work the working directory
   * @param script in which $bin is the folder of the launchers
   */
  public Run sh(Path work, Map<String, String> environment, String script)
      throws IOException, InterruptedException {
    Path file = Files.writeString(work.resolve(".script"), script, UTF_8);
    Path out = work.resolve(".out");
    Path err = work.resolve(".err");
    ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-e", file.toString()));
    Map<String, String> all = new HashMap<>(environment);
    all.put("PATH", System.getenv("PATH"));
    all.put("JAVA_HOME", System.getProperty("java.home"));
    all.put("TSAD_CACHE", "off");
    all.put("bin", home.resolve("bin").toString());
    builder.environment().clear();
    builder.environment().putAll(all);
    Process process =
        builder
            .directory(work.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it does not end: " + Files.readString(err));
    }
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Locales that do not have the letters of all names, as environments. */
  public static List<Map<String, String>> poorLocales() {
    return List.of(
        Map.of(),
        Map.of("LC_ALL", "C"),
        Map.of("LANG", "POSIX"),
        Map.of("LC_CTYPE", "C", "LANG", "C.UTF-8"),
        Map.of("LANG", "xx_XX.UTF-8")); // is not installed
  }
}
