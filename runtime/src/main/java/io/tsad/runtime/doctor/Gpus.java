package io.tsad.runtime.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The NVIDIA GPUs of a host, as its driver tells: their names at least. */
public final class Gpus {
  private static final Pattern MODEL = Pattern.compile("(?m)^Model:\\s*(.+)$");
  private static final int SECONDS = 10;

  private Gpus() {}

  /**
   * One finding a GPU, such as {@code NVIDIA H100 80GB HBM3, 81559 MiB, driver 550.54.15, compute
   * capability 9.0}; none where the driver shows none.
   */
  public static List<Finding> of(Host host) {
    List<String> names = asked(host).orElseGet(() -> listed(host.root()));
    List<Finding> findings = new ArrayList<>();
    for (String name : names) {
      findings.add(Finding.ok("GPU " + findings.size(), name));
    }
    return findings;
  }

  /** What nvidia-smi, which comes with the driver, answers; empty where there is none. */
  private static Optional<List<String>> asked(Host host) {
    for (String folder :
        host.environment().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path program = Path.of(folder, "nvidia-smi");
      if (!folder.isEmpty() && Files.isExecutable(program)) {
        return answer(program, host.environment());
      }
    }
    return Optional.empty();
  }

  private static Optional<List<String>> answer(Path program, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "--query-gpu=name,memory.total,driver_version,compute_cap",
            "--format=csv,noheader");
    builder.environment().putAll(environment);
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.exitValue() == 0
          ? Optional.of(text.lines().map(Gpus::inWords).toList())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String inWords(String line) {
    String[] parts = line.split(",\\s*", -1);
    return parts.length < 4
        ? line
        : "%s, %s, driver %s, compute capability %s"
            .formatted(parts[0], parts[1], parts[2], parts[3].strip());
  }

  /** What the driver shows in the file system. */
  private static List<String> listed(Path root) {
    List<String> names = new ArrayList<>();
    Path folder = root.resolve("proc/driver/nvidia/gpus");
    try (DirectoryStream<Path> gpus = Files.newDirectoryStream(folder)) {
      for (Path gpu : gpus) {
        Matcher model = MODEL.matcher(Files.readString(gpu.resolve("information")));
        names.add(model.find() ? model.group(1).strip() : gpu.getFileName().toString());
      }
    } catch (IOException e) {
      return names; // no driver, or not allowed
    }
    names.sort(null);
    return names;
  }
}
