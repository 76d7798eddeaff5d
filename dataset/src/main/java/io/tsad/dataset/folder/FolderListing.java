package io.tsad.dataset.folder;

import io.tsad.runtime.FileName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is in one folder, sorted by name, hidden names left out. The paths are those that the system
 * gave: one made of a name's letters may lead elsewhere, where Java could not read all of them.
 */
record FolderListing(List<Entry> entries) {
  /** What is under a name. */
  enum Kind {
    FOLDER,
    /** Also what cannot be looked at: reading it tells why. */
    FILE,
    /** A pipe, a socket or a device, or a link to one. */
    SPECIAL
  }

  /**
   * @param name for people
   */
  record Entry(String name, Path path, Kind kind) {
    private static Entry of(Path path) {
      return new Entry(FileName.of(path.getFileName()), path, kindOf(path));
    }
  }

  static FolderListing of(Path folder) throws InvalidDatasetException {
    try (Stream<Path> entries = Files.list(folder)) {
      return new FolderListing(
          entries
              .filter(path -> !path.getFileName().toString().startsWith("."))
              .map(Entry::of)
              .sorted(Comparator.comparing(Entry::name).thenComparing(Entry::path))
              .toList());
    } catch (UncheckedIOException e) {
      throw InvalidDatasetException.cannotList(folder, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw InvalidDatasetException.cannotList(folder, e);
    }
  }

  private static Kind kindOf(Path path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      return found.isDirectory() ? Kind.FOLDER : found.isOther() ? Kind.SPECIAL : Kind.FILE;
    } catch (IOException e) {
      return Kind.FILE;
    }
  }

  List<Entry> folders() {
    return entries.stream().filter(entry -> entry.kind() == Kind.FOLDER).toList();
  }
}
