package io.tsad.runtime.series;

import io.tsad.runtime.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads series in whatever format they are stored: {@code .npy}, {@code .npz}, {@code .csv} or
 * {@code .tsv}. The extension tells the format of a file; where it has another one, or for a
 * stream, the first bytes do. Safe for use by several threads; a cursor is for one.
 *
 * <pre>{@code
 * try (SeriesCursor cursor = new SeriesReader(Column.only()).open(Path.of("a.npz"))) {
 *   for (Series series = cursor.next(); series != null; series = cursor.next()) {
 *     System.out.println(series.name() + " " + series.values().length);
 *   }
 * }
 * }</pre>
 */
public final class SeriesReader {
  private final Layout layout;
  private final int mostSamples;

  /** As many as threads read at the same time. */
  private final Queue<NpyFiles> idleFiles = new ConcurrentLinkedQueue<>();

  /**
   * @param column which column of delimited text to read; other formats have none, and it means
   *     nothing to them
   */
  public SeriesReader(Column column) {
    this(new Layout(column, Header.AUTO));
  }

  /**
   * @param layout what is known of delimited text
   */
  public SeriesReader(Layout layout) {
    this(layout, NpyReader.MAX_SAMPLES);
  }

  /**
   * A reader that refuses long series, for files of strangers: a few kilobytes of an archive may
   * stand for gigabytes.
   *
   * @param mostSamples the longest series read; no memory is taken for a longer array
   */
  public SeriesReader(Layout layout, int mostSamples) {
    this.layout = layout;
    this.mostSamples = mostSamples;
  }

  /**
   * The series in {@code file}, named as it is; those of an archive {@code file#array}. The file is
   * not opened before it is asked for its first series: one that is missing, unreadable or a folder
   * is a fault then, once.
   */
  public SeriesCursor open(Path file) {
    return new LazyCursor(FileName.of(file), () -> openNow(file));
  }

  /**
   * The series in {@code in}, up to its end. An archive is first copied to the folder for temporary
   * files, because its directory stands at its end.
   *
   * @param in stays open
   * @param name what messages call it
   */
  public SeriesCursor open(InputStream in, String name) {
    return new LazyCursor(name, () -> openNow(in, name));
  }

  private SeriesCursor openNow(Path file) throws InvalidSeriesException {
    String name = FileName.of(file);
    try {
      SeriesFormat format = format(file);
      if (format == SeriesFormat.NPY) {
        return new OneSeries(new Series(name, npy(file)));
      }
      if (format == SeriesFormat.NPZ && Files.isRegularFile(file)) {
        return NpzFile.open(file, mostSamples);
      }
      try (InputStream in = Files.newInputStream(file)) {
        return format == SeriesFormat.CSV || format == SeriesFormat.TSV
            ? text(in, name, format)
            : read(in, name);
      }
    } catch (IOException e) {
      throw FileFault.of(file, e);
    }
  }

  private double[] npy(Path file) throws InvalidSeriesException {
    NpyFiles idle = idleFiles.poll();
    NpyFiles files = idle == null ? new NpyFiles(mostSamples) : idle;
    try {
      return files.read(file);
    } finally {
      idleFiles.add(files);
    }
  }

  /** Null where only reading on tells: a pipe cannot be opened twice. */
  private static @Nullable SeriesFormat format(Path file) throws IOException {
    SeriesFormat claimed = SeriesFormat.ofName(file.toString());
    if (claimed != null || !Files.isRegularFile(file)) {
      return claimed;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return SeriesFormat.ofStart(in.readNBytes(SeriesFormat.MAGIC_BYTES));
    }
  }

  private SeriesCursor openNow(InputStream in, String name) throws InvalidSeriesException {
    try {
      return read(in, name);
    } catch (IOException e) {
      throw FileFault.of(name, e);
    }
  }

  private SeriesCursor read(InputStream in, String name)
      throws IOException, InvalidSeriesException {
    PushbackInputStream again = new PushbackInputStream(in, SeriesFormat.MAGIC_BYTES);
    byte[] start = again.readNBytes(SeriesFormat.MAGIC_BYTES);
    again.unread(start);
    SeriesFormat format = SeriesFormat.ofStart(start);
    return switch (format) {
      case NPY -> new OneSeries(new Series(name, NpyReader.read(again, name, mostSamples)));
      case NPZ -> NpzFile.copy(again, name, mostSamples);
      case CSV, TSV -> text(again, name, format);
    };
  }

  private SeriesCursor text(InputStream in, String name, SeriesFormat format)
      throws IOException, InvalidSeriesException {
    DelimitedReader reader = new DelimitedReader(name, layout, format == SeriesFormat.TSV);
    double[] values = reader.read(in);
    NpyReader.refuseLonger(values.length, mostSamples, name);
    return new OneSeries(new Series(name, values));
  }
}
