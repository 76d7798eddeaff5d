package io.tsad.runtime.doctor;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The process that is examined, and its host.
 *
 * @param environment variables
 * @param properties of the JVM
 * @param processors how many this process may use
 * @param root of the file system, {@code /} for this host
 */
public record Host(
    Map<String, String> environment, Map<String, String> properties, int processors, Path root) {
  /** This process and its host. */
  public static Host ofProcess() {
    return new Host(
        System.getenv(),
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, System::getProperty)),
        Runtime.getRuntime().availableProcessors(),
        Path.of("/"));
  }

  /** The value of a JVM property, or {@code unknown}. */
  public String property(String name) {
    return properties.getOrDefault(name, "unknown");
  }

  /** The folder that a JVM property names, or null. */
  @Nullable Path folder(String property) {
    String folder = properties.getOrDefault(property, "");
    return folder.isEmpty() ? null : Path.of(folder);
  }
}
