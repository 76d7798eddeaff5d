package io.tsad.runtime.detect.cuda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The libraries that a process has in its memory, which the loader takes before it looks anywhere.
 *
 * @param files absolute, as links resolve
 */
public record LoadedLibraries(List<Path> files) {
  public LoadedLibraries {
    files = List.copyOf(files);
  }

  /**
   * Those of this process; none where the kernel does not tell.
   *
   * @param root of the host's file system, {@code /} for this host
   */
  public static LoadedLibraries of(Path root) {
    try {
      return new LoadedLibraries(
          Files.readAllLines(root.resolve("proc/self/maps"), StandardCharsets.ISO_8859_1).stream()
              .filter(line -> line.contains("/") && line.contains(".so"))
              .map(line -> Path.of(line.substring(line.indexOf('/'))))
              .distinct()
              .toList());
    } catch (IOException e) {
      return new LoadedLibraries(List.of());
    }
  }

  /** Where {@code file}, or a later version of it such as {@code file.1}, was loaded from. */
  public Optional<Path> find(String file) {
    return files.stream()
        .filter(
            loaded -> {
              String name = loaded.getFileName().toString();
              return name.equals(file) || name.startsWith(file + ".");
            })
        .findFirst();
  }
}
