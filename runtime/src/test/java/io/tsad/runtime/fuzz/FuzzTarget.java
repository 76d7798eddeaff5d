package io.tsad.runtime.fuzz;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.series.Column;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.NpyReader;
import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesCursor;
import io.tsad.runtime.series.SeriesReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What reads bytes that nobody vouches for. Whatever the bytes are, the outcome is a value or a
 * refusal in one line; anything else is a finding.
 */
enum FuzzTarget {
  /** One array. */
  NPY {
    @Override
    void read(byte[] input, Path folder) throws IOException, TsadException {
      check(new Series("x.npy", NpyReader.read(new ByteArrayInputStream(input), "x.npy")));
    }
  },

  /** An archive, as a file. */
  NPZ {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      Path file = Files.write(folder.resolve("x.npz"), input);
      checkAll(new SeriesReader(Column.only()).open(file));
    }
  },

  /** Text. The first byte says how to read the rest: which column, and of which kind of file. */
  TEXT {
    @Override
    void read(byte[] input, Path folder) throws IOException {
      int options = input.length == 0 ? 0 : input[0];
      byte[] text = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
      SeriesReader reader = new SeriesReader(COLUMNS.get(options & 3));
      if ((options & 4) == 0) {
        checkAll(reader.open(new ByteArrayInputStream(text), "-"));
      } else {
        checkAll(reader.open(Files.write(folder.resolve("x.tsv"), text)));
      }
    }
  },

  /** A stream of any format. */
  STREAM {
    @Override
    void read(byte[] input, Path folder) {
      checkAll(new SeriesReader(Column.only()).open(new ByteArrayInputStream(input), "-"));
    }
  },

  /** The card of a model. */
  CARD {
    @Override
    void read(byte[] input, Path folder) throws TsadException {
      CardJson.write(CardJson.read(new String(input, StandardCharsets.UTF_8), "x.onnx"));
    }
  };

  private static final List<Column> COLUMNS =
      List.of(Column.only(), Column.of("1"), Column.of("2"), Column.of("value"));

  private static final int LONGEST_MESSAGE = 1_000;

  /** Reads {@code input}; throws what the reader throws. */
  abstract void read(byte[] input, Path folder) throws IOException, TsadException;

  /**
   * Reads {@code input}, be it read or refused.
   *
   * @param folder where files may be written
   * @throws AssertionError if it is neither
   */
  void feed(byte[] input, Path folder) {
    try {
      read(input, folder);
    } catch (TsadException e) {
      check(e);
    } catch (IOException e) {
      throw new AssertionError("no fault of the input", e);
    }
  }

  String folderName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static void checkAll(SeriesCursor series) {
    try (series) {
      for (boolean more = true; more; ) {
        try {
          Series next = series.next();
          more = next != null;
          if (next != null) {
            check(next);
          }
        } catch (InvalidSeriesException e) {
          check(e);
        }
      }
    }
  }

  private static void check(Series series) {
    if (series.values().length == 0
        || Arrays.stream(series.values()).anyMatch(value -> !Double.isFinite(value))) {
      throw new AssertionError("not a series: " + Arrays.toString(series.values()));
    }
  }

  private static void check(TsadException refusal) {
    String said = refusal.fault() + "; " + refusal.remedy();
    if (said.length() > LONGEST_MESSAGE || String.valueOf(refusal.getMessage()).contains("\n")) {
      throw new AssertionError("not one short line: " + refusal.getMessage(), refusal);
    }
    if (refusal.getCause() instanceof Error error) {
      throw error;
    }
  }
}
