package io.tsad.runtime.series;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What to say of a file that cannot be read at all. */
final class FileFault {
  private FileFault() {}

  static InvalidSeriesException of(Path file, IOException cause) {
    String name = file.toString();
    if (cause instanceof NoSuchFileException) {
      return new InvalidSeriesException(name, "no such file", "check the path", cause);
    }
    if (cause instanceof AccessDeniedException) {
      return new InvalidSeriesException(
          name, "may not be read by this user", "change its permissions", cause);
    }
    if (Files.isDirectory(file)) {
      return new InvalidSeriesException(name, "is a directory", "name a series file", cause);
    }
    return of(name, cause);
  }

  static InvalidSeriesException of(String name, IOException cause) {
    return new InvalidSeriesException(
        name, "cannot be read (" + cause + ")", "check the disk, or what writes it", cause);
  }
}
