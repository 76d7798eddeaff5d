package io.tsad.runtime.series;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** The series in a folder. */
public final class SeriesFiles {
  private SeriesFiles() {}

  /**
   * Lists the {@code .npy} files under {@code folder}, recursively, in name order. Symbolic links
   * are followed; hidden files and folders are left out, and so is the {@code mask} folder of a
   * dataset, whose files say where a series is anomalous and are no series.
   *
   * @throws InvalidSeriesException if there are none, or a folder cannot be listed
   */
  public static List<Path> under(Path folder) throws InvalidSeriesException {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, into(found, folder));
    } catch (IOException e) {
      throw new InvalidSeriesException(
          folder.toString(), "cannot be listed (" + e + ")", "check its permissions", e);
    }
    if (found.isEmpty()) {
      throw new InvalidSeriesException(
          folder.toString(), "has no series", "name a folder that holds .npy files");
    }
    Collections.sort(found);
    return found;
  }

  private static SimpleFileVisitor<Path> into(List<Path> found, Path folder) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
        boolean skip = !dir.equals(folder) && (isHidden(dir) || isMasks(dir));
        return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.getFileName().toString().endsWith(".npy") && !isHidden(file)) {
          found.add(file);
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static boolean isMasks(Path dir) {
    return dir.getFileName().toString().equals("mask")
        && (Files.isDirectory(dir.resolveSibling("train"))
            || Files.isDirectory(dir.resolveSibling("val")));
  }
}
