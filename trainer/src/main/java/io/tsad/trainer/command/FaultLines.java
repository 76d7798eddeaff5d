package io.tsad.trainer.command;

import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.trainer.dataset.Alike;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Names faulty series one a line when all are known. A fault that many share is one line with its
 * first file and how many more there are: a whole folder that is too short would push the remedy
 * out of sight.
 */
final class FaultLines implements Consumer<InvalidSeriesException>, AutoCloseable {
  private final String prefix;
  private final Consumer<String> out;
  private final List<InvalidSeriesException> faults = new ArrayList<>();

  FaultLines(String prefix, Consumer<String> out) {
    this.prefix = prefix;
    this.out = out;
  }

  @Override
  public void accept(InvalidSeriesException fault) {
    faults.add(fault);
  }

  /** Prints the lines. */
  @Override
  public void close() {
    for (Alike<InvalidSeriesException> alike :
        Alike.of(faults, fault -> fault.fault() + "; " + fault.remedy())) {
      for (InvalidSeriesException fault : alike.named()) {
        out.accept(prefix + fault.getMessage() + more(alike.more()));
      }
    }
  }

  private static String more(int files) {
    return files == 0 ? "" : String.format(Locale.ROOT, " (and %,d more files like it)", files);
  }
}
