package io.tsad.runtime.detect.cuda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the loader of a Linux host looks for a shared library, in its order: the process's memory,
 * {@code LD_LIBRARY_PATH}, the folders of {@code /etc/ld.so.conf}, the default folders. The loader
 * itself asks a cache of the third; {@code ldconfig} makes the two the same.
 *
 * @param folders absolute, in order
 */
public record LibraryPath(LoadedLibraries loaded, List<Path> folders) {
  private static final List<String> DEFAULTS = List.of("/lib64", "/usr/lib64", "/lib", "/usr/lib");

  public LibraryPath {
    folders = List.copyOf(folders);
  }

  /**
   * Of a host.
   *
   * @param environment of the process; {@code LD_LIBRARY_PATH} is read
   * @param root of the host's file system, {@code /} for this host
   */
  public static LibraryPath of(Map<String, String> environment, Path root) {
    Set<Path> folders = new LinkedHashSet<>();
    for (String folder : environment.getOrDefault("LD_LIBRARY_PATH", "").split("[:;]", -1)) {
      if (!folder.isEmpty()) {
        folders.add(under(root, folder));
      }
    }
    configured(root.resolve("etc/ld.so.conf"), root, folders, new LinkedHashSet<>());
    DEFAULTS.forEach(folder -> folders.add(under(root, folder)));
    return new LibraryPath(LoadedLibraries.of(root), new ArrayList<>(folders));
  }

  /** Where {@code file} is found, if anywhere. */
  public Optional<Path> find(String file) {
    return loaded
        .find(file)
        .or(
            () ->
                folders.stream()
                    .map(folder -> folder.resolve(file))
                    .filter(Files::exists)
                    .findFirst());
  }

  private static Path under(Path root, String folder) {
    return root.resolve(folder.startsWith("/") ? folder.substring(1) : folder);
  }

  /** Adds the folders that {@code file} names, and those that the files it includes name. */
  private static void configured(Path file, Path root, Set<Path> folders, Set<Path> read) {
    if (!read.add(file)) {
      return; // it includes itself
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return; // a host may have none
    }
    for (String line : lines) {
      String text = line.replaceFirst("#.*", "").strip();
      if (text.startsWith("include ")) {
        for (Path included : matching(file, text.substring("include ".length()).strip(), root)) {
          configured(included, root, folders, read);
        }
      } else if (text.startsWith("/")) {
        folders.add(under(root, text));
      }
    }
  }

  private static List<Path> matching(Path file, String pattern, Path root) {
    Path whole =
        pattern.startsWith("/") ? under(root, pattern) : file.resolveSibling(pattern).normalize();
    List<Path> matching = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(whole.getParent(), whole.getFileName().toString())) {
      files.forEach(matching::add);
    } catch (IOException e) {
      return List.of();
    }
    matching.sort(null);
    return matching;
  }
}
