package io.tsad.trainer.command;

import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.backpropagation.Augmentation;
import io.tsad.trainer.backpropagation.Balance;
import io.tsad.trainer.backpropagation.FitConfig;
import io.tsad.trainer.backpropagation.Schedule;
import io.tsad.trainer.training.FitDefaults;
import io.tsad.trainer.training.Recipe;
import io.tsad.trainer.training.RunOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Options of {@code tsad-train} for how networks are fitted; the less usual are hidden. */
final class FitOptions {
  @Option(names = "--epochs", paramLabel = "N", description = "Default: 3 for cnn, else to 100.")
  private @Nullable Integer epochs;

  @Option(
      names = "--batch",
      hidden = true,
      paramLabel = "N",
      description = "Series a step: 10 for cnn, else 16.")
  private @Nullable Integer batch;

  @Option(names = "--lr", paramLabel = "RATE", description = "Adam's. Default: 0.001.")
  private double learningRate = 0.001;

  @Option(names = "--resume", description = "Go on where a killed run stopped.")
  private boolean resume;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "All the time to take, such as 90s, 10m or 2h.")
  private @Nullable Duration budget;

  @Option(
      names = "--checkpoint",
      hidden = true,
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "What a kill may cost. Default: 30s.")
  private Duration checkpoint = RunOptions.USUAL.checkpoint();

  @Option(
      names = "--schedule",
      hidden = true,
      paramLabel = "NAME",
      converter = ScheduleConverter.class,
      description = "constant, plateau, plateau=EPOCHS or cosine.")
  private @Nullable Schedule schedule;

  @Option(
      names = "--patience",
      hidden = true,
      paramLabel = "EPOCHS",
      description = "Without a better one until the fit is over; 0 for all epochs.")
  private @Nullable Integer patience;

  @Option(
      names = "--balance",
      hidden = true,
      paramLabel = "HOW",
      description = "sampler, weights or none. Default: sampler.")
  private Balance balance = Balance.SAMPLER;

  @Option(
      names = "--augment",
      hidden = true,
      split = ",",
      paramLabel = "NAME",
      converter = AugmentationConverter.class,
      description = "jitter, scaling, time-warp, window-slice, mixup.")
  private List<Augmentation> augmentations = List.of();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec mixee;

  /** What holds where no option says otherwise. */
  FitConfig defaults(Architecture architecture, Recipe recipe) {
    FitConfig defaults = FitDefaults.of(architecture, recipe);
    return budget == null || recipe.isReference() ? defaults : FitDefaults.withinTime(defaults);
  }

  int patience(FitConfig defaults) {
    return patience == null ? defaults.patience() : patience;
  }

  /**
   * All of it together.
   *
   * @throws picocli.CommandLine.ParameterException if an option is out of its range
   */
  FitConfig config(FitConfig defaults, Recipe recipe, long seed) {
    Usage.require(mixee, epochs == null || epochs >= 1, "--epochs must be at least 1");
    Usage.require(mixee, batch == null || batch >= 1, "--batch must be at least 1");
    Usage.require(mixee, learningRate > 0 && learningRate < 1, "--lr must be between 0 and 1");
    Usage.require(mixee, budget == null || !budget.isZero(), "--budget must be at least 1s");
    return defaults.toBuilder()
        .epochs(epochs == null ? defaults.epochs() : epochs)
        .batch(batch == null ? defaults.batch() : batch)
        .learningRate(learningRate)
        .warmup(recipe.warmup())
        .schedule(schedule == null ? defaults.schedule() : schedule)
        .patience(patience(defaults))
        .balance(balance)
        .augmentations(augmentations)
        .noise(recipe.noise())
        .seed(seed)
        .build();
  }

  RunOptions runOptions() {
    return new RunOptions(resume, checkpoint, budget);
  }

  private static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      if (!text.matches("[0-9]{1,6}[smh]")) {
        throw new TypeConversionException("'" + text + "' is not a time such as 90s, 10m or 2h");
      }
      return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }
  }

  private static final class ScheduleConverter implements ITypeConverter<Schedule> {
    @Override
    public Schedule convert(String text) {
      return Schedule.named(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is not constant, plateau, plateau=EPOCHS or cosine"));
    }
  }

  private static final class AugmentationConverter implements ITypeConverter<Augmentation> {
    @Override
    public Augmentation convert(String text) {
      return Arrays.stream(Augmentation.values())
          .filter(one -> one.toString().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + text
                          + "' is not one of "
                          + String.join(
                              ", ",
                              Arrays.stream(Augmentation.values())
                                  .map(Augmentation::toString)
                                  .toList())));
    }
  }
}
