package io.tsad.runtime.infer;

import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.Progress;
import io.tsad.runtime.detect.Flag;
import io.tsad.runtime.detect.Verdict;
import io.tsad.runtime.pipeline.Outcome;
import io.tsad.runtime.pipeline.Sink;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints outcomes as they come, and counts them. */
final class Results implements Sink {
  private final ResultFormat format;
  private final PrintWriter out;
  private final Consumer<String> note;
  private final @Nullable Progress progress;
  private final Map<Flag, Integer> flagged = new EnumMap<>(Flag.class);
  private long scored;
  private long refused;
  private long anomalies;

  /**
   * @param note takes lines for people
   * @param progress null where nobody would see it
   */
  Results(
      ResultFormat format, PrintWriter out, Consumer<String> note, @Nullable Progress progress) {
    this.format = format;
    this.out = out;
    this.note = note;
    this.progress = progress;
    if (format.header() != null) {
      out.println(format.header());
    }
  }

  @Override
  public void accept(Outcome outcome) throws TsadException {
    if (outcome instanceof Outcome.Scored one) {
      out.println(format.line(one.name(), one.detection()));
      scored++;
      anomalies += one.detection().verdict() == Verdict.ANOMALY ? 1 : 0;
      one.detection().flags().forEach(flag -> flagged.merge(flag, 1, Integer::sum));
    } else if (outcome instanceof Outcome.Refused one) {
      refused++;
      say(String.valueOf(one.fault().getMessage()));
    }
    if (progress != null) {
      progress.step(1);
    }
  }

  @Override
  public void pause() throws OutputException {
    if (out.checkError()) { // it flushes, too
      throw OutputException.standardOutput();
    }
  }

  /** Says what the lines do not. */
  void sumUp(boolean interrupted) {
    flagged.forEach((flag, count) -> say("%,d series %s".formatted(count, explain(flag))));
    if (interrupted) {
      say("interrupted: %,d series scored, %,d unreadable".formatted(scored, refused));
    }
  }

  private static String explain(Flag flag) {
    return switch (flag) {
      case CONSTANT -> "constant: all samples equal";
      case CUT -> "cut: samples beyond the model's length were not looked at";
      case PADDED -> "padded with the last value to the model's length";
      case OUTSIDE_CONTRACT -> "outside-contract: unlike the training series";
    };
  }

  private void say(String line) {
    if (progress != null) {
      progress.clear();
    }
    note.accept(line);
  }

  boolean anyRefused() {
    return refused > 0;
  }

  boolean anyAnomaly() {
    return anomalies > 0;
  }
}
