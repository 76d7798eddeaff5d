package io.tsad.runtime.series;

import io.tsad.runtime.FileName;
import io.tsad.runtime.FileReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What to say of a file that cannot be read at all. */
final class FileFault {
  private FileFault() {}

  static InvalidSeriesException of(Path file, IOException cause) {
    String name = FileName.of(file);
    if (cause instanceof NoSuchFileException) {
      return missing(file, name, cause);
    }
    if (cause instanceof AccessDeniedException) {
      return new InvalidSeriesException(
          name, "may not be read by this user", "change its permissions", cause);
    }
    if (Files.isDirectory(file)) {
      return new InvalidSeriesException(name, "is a directory", "name a series file", cause);
    }
    String reason = FileReason.of(cause);
    if (Files.isSymbolicLink(file)) {
      return new InvalidSeriesException(
          name, "is a link that cannot be followed: " + reason, "mend or remove the link", cause);
    }
    return Files.exists(file) && !Files.isRegularFile(file)
        ? new InvalidSeriesException(
            name, "is a socket or device that cannot be read", "name a file or a pipe", cause)
        : of(name, cause);
  }

  private static InvalidSeriesException missing(Path file, String name, IOException cause) {
    if (Files.isSymbolicLink(file)) {
      return new InvalidSeriesException(
          name, "is a link to what is not there", "mend or remove the link", cause);
    }
    if (FileName.isLost(file.toString())) {
      return new InvalidSeriesException(
          name,
          "is a name that is not UTF-8, and no file has it as Java reads it",
          "name its folder, or rename it",
          cause);
    }
    return new InvalidSeriesException(name, "no such file", "check the path", cause);
  }

  static InvalidSeriesException of(String name, IOException cause) {
    return new InvalidSeriesException(
        name,
        "cannot be read: " + FileReason.of(cause),
        "check the disk, or what writes it",
        cause);
  }
}
