package io.tsad.dataset.folder;

import io.tsad.runtime.FileName;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.NpyReader;
import java.util.Locale;

/** What came of reading one file. */
sealed interface Reading {
  /** A series that can be trained on. */
  record Usable(LabelledSeries series) implements Reading {}

  /** A file that is not a series. */
  record Unreadable(InvalidSeriesException fault) implements Reading {}

  /** A series shorter than the model's input, and no padding asked for. */
  record TooShort(SeriesFile file, int samples, int needed) implements Reading {
    /**
     * What is wrong with it.
     *
     * @param shortest of all series that are too short, in samples
     */
    InvalidSeriesException fault(int shortest) {
      return new InvalidSeriesException(
          FileName.of(file.path()),
          String.format(Locale.ROOT, "has %,d samples, fewer than %,d", samples, needed),
          "pass --length " + shortest + " or less, or --pad");
    }
  }

  static Reading of(SeriesFile file, LengthRule length) {
    try {
      double[] values = NpyReader.read(file.path());
      return values.length < length.samples() && !length.pad()
          ? new TooShort(file, values.length, length.samples())
          : new Usable(new LabelledSeries(file.name(), values, file.label()));
    } catch (InvalidSeriesException fault) {
      return new Unreadable(fault);
    }
  }
}
