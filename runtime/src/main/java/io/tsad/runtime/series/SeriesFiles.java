package io.tsad.runtime.series;

import io.tsad.runtime.FileName;
import io.tsad.runtime.FileReason;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The series files under a folder, recursively, in the order of their sorted paths: {@code .npy},
 * {@code .npz}, {@code .csv} and {@code .tsv}. Symbolic links are followed; hidden files and
 * folders are left out, and so are {@code mask} and {@code anomalies.csv} of a dataset, which say
 * where a series is anomalous and are no series. Pipes, sockets and devices are skipped: reading
 * one could wait for ever, or never end.
 *
 * <p>A folder is listed when its turn comes: what is held at a time is the names in it and in those
 * above it, not all files.
 */
public final class SeriesFiles {
  private final Path root;

  /** The folder whose turn it is, and those above it. */
  private final Deque<SeriesFolder> open = new ArrayDeque<>();

  private boolean begun;
  private boolean any;

  /** What to say of what is skipped, behind its name. */
  public static final String SKIPPED = "is no regular file, skipped";

  private final Consumer<Path> onSkipped;

  /**
   * @param folder is not looked at before {@link #next}
   * @param onSkipped is told of each pipe, socket and device that is called like a series file
   */
  public SeriesFiles(Path folder, Consumer<Path> onSkipped) {
    this.root = folder;
    this.onSkipped = onSkipped;
  }

  /**
   * Finds the next file.
   *
   * @return it; null after the last
   * @throws InvalidSeriesException if a folder cannot be listed, or at the end if there was no
   *     series at all; a further call goes on with what comes after it
   */
  public @Nullable Path next() throws InvalidSeriesException {
    if (!begun) {
      begun = true;
      enter(root);
    }
    while (!open.isEmpty()) {
      SeriesFolder.Entry entry = open.element().next();
      if (entry == null) {
        open.remove();
      } else {
        switch (entry.kind()) {
          case FOLDER -> enter(entry.path());
          case SPECIAL -> onSkipped.accept(entry.path());
          case FILE -> {
            any = true;
            return entry.path();
          }
        }
      }
    }
    if (!any) {
      any = true;
      throw new InvalidSeriesException(
          FileName.of(root),
          "has no series",
          "name a folder that holds .npy, .npz, .csv or .tsv files");
    }
    return null;
  }

  private void enter(Path folder) throws InvalidSeriesException {
    try {
      if (Files.isSymbolicLink(folder)) {
        for (SeriesFolder above : open) {
          if (Files.isSameFile(above.path(), folder)) {
            throw new InvalidSeriesException(
                FileName.of(folder),
                "is a symbolic link to a folder that holds it",
                "remove the link");
          }
        }
      }
      open.push(SeriesFolder.list(folder));
    } catch (IOException e) {
      any = true;
      throw new InvalidSeriesException(
          FileName.of(folder), "cannot be listed: " + FileReason.of(e), "check its permissions", e);
    }
  }

  /**
   * Whether {@code folder}, those under it aside, holds more than {@code count} files, to tell by
   * their names. It takes no longer however many there are.
   */
  public static boolean seemToBeMoreThan(int count, Path folder) {
    int seen = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, SeriesFolder::isNamed)) {
      for (Iterator<Path> left = entries.iterator(); seen <= count && left.hasNext(); left.next()) {
        seen++;
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Listing it tells the user.
    }
    return seen > count;
  }

  /**
   * All files under {@code folder} at once, without those that are skipped.
   *
   * @throws InvalidSeriesException if there are none, or a folder cannot be listed
   */
  public static List<Path> under(Path folder) throws InvalidSeriesException {
    List<Path> found = new ArrayList<>();
    SeriesFiles files = new SeriesFiles(folder, skipped -> {});
    for (Path file = files.next(); file != null; file = files.next()) {
      found.add(file);
    }
    return found;
  }
}
