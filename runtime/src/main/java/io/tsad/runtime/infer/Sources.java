package io.tsad.runtime.infer;

import io.tsad.runtime.cli.PathConverter;
import io.tsad.runtime.pipeline.Source;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.SeriesCursor;
import io.tsad.runtime.series.SeriesFiles;
import io.tsad.runtime.series.SeriesReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the command line names, one source after the other: files, the series of folders, standard
 * input. Folders are listed as their turn comes.
 */
final class Sources implements Iterator<Source> {
  private final List<String> all;
  private final Iterator<String> operands;
  private final SeriesReader reader;
  private final InputStream in;
  private final Consumer<Path> onSkipped;
  private final Deque<Source> ahead = new ArrayDeque<>();
  private Iterator<Source> folder = Collections.emptyIterator();

  /**
   * @param in what {@code -} stands for
   * @param onSkipped is told of what is no regular file in a folder
   */
  Sources(List<String> operands, SeriesReader reader, InputStream in, Consumer<Path> onSkipped) {
    this.all = operands;
    this.operands = operands.iterator();
    this.reader = reader;
    this.in = in;
    this.onSkipped = onSkipped;
  }

  /**
   * Whether there seem to be more than {@code count}. Where a look at the operands tells, no folder
   * is listed yet.
   */
  boolean seemMoreThan(int count) {
    return all.size() > count
        || all.stream().anyMatch(operand -> isLarge(operand, count))
        || moreThan(count);
  }

  private static boolean isLarge(String operand, int count) {
    try {
      Path path = Path.of(operand);
      return Files.isDirectory(path) && SeriesFiles.seemToBeMoreThan(count, path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Whether more than {@code count} are left; looks at no more than that. */
  private boolean moreThan(int count) {
    while (ahead.size() <= count && found()) {
      ahead.add(folder.next());
    }
    return ahead.size() > count;
  }

  @Override
  public boolean hasNext() {
    return moreThan(0);
  }

  @Override
  public Source next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ahead.remove();
  }

  private boolean found() {
    while (!folder.hasNext() && operands.hasNext()) {
      folder = expand(operands.next());
    }
    return folder.hasNext();
  }

  private Iterator<Source> expand(String operand) {
    if (operand.equals("-")) {
      return one(new StandardInput());
    }
    try {
      Path path = Path.of(operand);
      if (operand.isEmpty()) {
        return fault("\"\"", "is an empty name", "name a file or a folder", null);
      }
      return Files.isDirectory(path)
          ? new FolderSources(path, reader, onSkipped)
          : one(new OneFile(path));
    } catch (InvalidPathException e) {
      return fault(
          operand,
          "is a name the locale's encoding cannot hold",
          PathConverter.REMEDY + ", or name its folder",
          e);
    }
  }

  private static Iterator<Source> fault(
      String operand, String fault, String remedy, @Nullable Exception cause) {
    return one(() -> new FaultCursor(new InvalidSeriesException(operand, fault, remedy, cause)));
  }

  private final class OneFile implements Source {
    private final Path path;

    OneFile(Path path) {
      this.path = path;
    }

    @Override
    public SeriesCursor open() {
      return reader.open(path);
    }

    /** It may be a pipe with a name. */
    @Override
    public boolean mayWait() {
      return !Files.isRegularFile(path);
    }
  }

  private final class StandardInput implements Source {
    @Override
    public SeriesCursor open() {
      return reader.open(in, "-");
    }

    @Override
    public boolean mayWait() {
      return true;
    }
  }

  private static Iterator<Source> one(Source source) {
    return List.of(source).iterator();
  }
}
