package io.tsad.trainer.command;

import io.tsad.dataset.folder.DatasetFiles;
import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.dataset.folder.LengthChoice;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.series.NpyReader;
import io.tsad.trainer.architecture.Architecture;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of {@code tsad-train} for how many samples of each series a model looks at. */
final class LengthOptions {
  /** Ten years of days, as in the program tsad grew from. */
  private static final int REFERENCE = 3653;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Samples to use. Default: as many as the data have.")
  private @Nullable Integer length;

  @Option(names = "--pad", description = "Pad shorter series with their last value.")
  private boolean pad;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec mixee;

  /**
   * What was asked for; else the reference's length in its recipe, and what the data have in
   * others.
   */
  LengthChoice choose(Path data, boolean reference) throws InvalidDatasetException {
    if (length != null) {
      Usage.require(mixee, length >= 1, "--length must be at least 1");
      Usage.require(
          mixee,
          length <= NpyReader.MAX_SAMPLES,
          "--length must be at most %d, as long as the longest series that is read"
              .formatted(NpyReader.MAX_SAMPLES));
      return LengthChoice.given(new LengthRule(length, pad));
    } else if (reference) {
      return LengthChoice.given(new LengthRule(REFERENCE, pad));
    }
    return LengthChoice.of(DatasetFiles.list(data), pad);
  }

  /** Refuses a length that the architecture cannot take. */
  void require(Path data, LengthChoice choice, Architecture architecture)
      throws InvalidDatasetException {
    int least = architecture.minLength();
    int samples = choice.rule().samples();
    Usage.require(
        mixee,
        length == null || samples >= least,
        "--length must be at least %d for %s".formatted(least, architecture));
    if (samples < least) {
      throw new InvalidDatasetException(
          data.toString(),
          "has series of %d sample%s, %s takes %d or more"
              .formatted(samples, samples == 1 ? "" : "s", architecture, least),
          "give longer ones, take another --arch, or pad them with --pad --length " + least);
    }
  }
}
