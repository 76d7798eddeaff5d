package io.tsad.runtime.series;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in one folder that is a series file, or a folder that may hold some, in the order that
 * sorting the whole paths would give.
 */
final class SeriesFolder {
  /** What is under a name. */
  enum Kind {
    FILE,
    FOLDER,
    /** A pipe, a socket or a device, or a link to one. */
    SPECIAL
  }

  /**
   * @param path including the folder's own
   */
  record Entry(Path path, Kind kind) {
    /** A folder comes where the files in it do: {@code a.npy}, {@code a/1.npy}, {@code a0.npy}. */
    private Path order() {
      return kind == Kind.FOLDER ? path.resolve("1") : path;
    }
  }

  private final Path path;
  private final Iterator<Entry> names;

  private SeriesFolder(Path path, List<Entry> names) {
    this.path = path;
    this.names = names.iterator();
  }

  static SeriesFolder list(Path path) throws IOException {
    List<Entry> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (name.startsWith(".")) {
          continue;
        }
        Kind kind = kind(entry);
        if (kind == Kind.FOLDER ? !isMasks(path, name) : isSeries(path, name)) {
          // The name alone: a large folder's are held until the last is asked for.
          names.add(new Entry(entry.getFileName(), kind));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(Comparator.comparing(Entry::order));
    return new SeriesFolder(path, names);
  }

  /** Follows links; what cannot be followed is a file, and reading it tells why it is none. */
  private static Kind kind(Path entry) {
    try {
      BasicFileAttributes found = Files.readAttributes(entry, BasicFileAttributes.class);
      return found.isDirectory() ? Kind.FOLDER : found.isOther() ? Kind.SPECIAL : Kind.FILE;
    } catch (IOException e) {
      return Kind.FILE;
    }
  }

  /** Whether {@code entry} is called what a series file is. */
  static boolean isNamed(Path entry) {
    String name = entry.getFileName().toString();
    return !name.startsWith(".") && SeriesFormat.ofName(name) != null;
  }

  private static boolean isSeries(Path folder, String name) {
    return SeriesFormat.ofName(name) != null
        && !(name.equals(DatasetLayout.ANOMALIES) && DatasetLayout.is(folder));
  }

  private static boolean isMasks(Path folder, String name) {
    return name.equals(DatasetLayout.MASK) && DatasetLayout.is(folder);
  }

  Path path() {
    return path;
  }

  /** Null after the last. */
  @Nullable Entry next() {
    if (!names.hasNext()) {
      return null;
    }
    Entry name = names.next();
    return new Entry(path.resolve(name.path()), name.kind());
  }
}
