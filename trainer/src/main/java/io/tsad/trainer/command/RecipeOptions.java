package io.tsad.trainer.command;

import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.backpropagation.Noise;
import io.tsad.trainer.threshold.ThresholdChoice;
import io.tsad.trainer.training.Recipe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Options of {@code tsad-train} that name a recipe and depart from it. */
final class RecipeOptions {
  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      description = "tsad or reference, which set these. Default: tsad.")
  private RecipeName recipe = RecipeName.TSAD;

  @Option(
      names = "--warmup",
      hidden = true,
      paramLabel = "STEPS",
      description = "Learning rate grows over these. 100 or 0.")
  private @Nullable Integer warmup;

  @Option(
      names = "--noise",
      hidden = true,
      paramLabel = "LOW:HIGH",
      converter = NoiseConverter.class,
      description = "Added in training: -0.025:0.025 or 0:0.333.")
  private @Nullable Noise noise;

  @Option(
      names = "--threshold",
      paramLabel = "METHOD",
      converter = ThresholdConverter.class,
      description = "accuracy, argmax, youden, f1, fpr=0.01, cost=FP:FN.")
  private @Nullable ThresholdChoice threshold;

  @Option(
      names = "--held-back",
      paramLabel = "SHARE",
      description = "Of train, for the threshold and --patience: 0.1 or 0.")
  private @Nullable Double heldBack;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec mixee;

  private enum RecipeName {
    TSAD,
    REFERENCE
  }

  boolean isReference() {
    return recipe == RecipeName.REFERENCE;
  }

  /** The recipe that was named. */
  Recipe base(Architecture architecture) {
    return isReference() ? Recipe.reference() : Recipe.tsad(architecture);
  }

  /**
   * The recipe with what other options say.
   *
   * @param patience of the fit, which goes by series held back
   * @throws picocli.CommandLine.ParameterException if an option is out of its range, or asks for
   *     series that none holds back
   */
  Recipe of(Architecture architecture, int patience) {
    Recipe base = base(architecture);
    Usage.require(mixee, patience >= 0, "--patience must not be negative");
    ThresholdChoice choice = threshold == null ? base.threshold() : threshold;
    double held = heldBack(base, choice, patience);
    Usage.require(mixee, held >= 0 && held <= 0.5, "--held-back must be from 0 to 0.5");
    Usage.require(
        mixee,
        held > 0 || !choice.needsHeldBack(),
        "--held-back must be above 0 for any --threshold but argmax or a number");
    Usage.require(
        mixee, held > 0 || patience == 0, "--held-back must be above 0 for --patience to go by");
    int steps = warmup == null ? base.warmup() : warmup;
    Usage.require(mixee, steps >= 0, "--warmup must not be negative");
    return new Recipe(base.name(), steps, noise == null ? base.noise() : noise, held, choice);
  }

  private double heldBack(Recipe base, ThresholdChoice choice, int patience) {
    if (heldBack != null) {
      return heldBack;
    } else if (threshold == null && patience == 0) {
      return base.heldBack();
    }
    return choice.needsHeldBack() || patience > 0 ? Recipe.tsad().heldBack() : 0;
  }

  private static final class ThresholdConverter implements ITypeConverter<ThresholdChoice> {
    @Override
    public ThresholdChoice convert(String text) {
      return ThresholdChoice.named(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + text
                          + "' is not argmax, accuracy, youden, f1, fpr=RATE, cost=FP:FN or a"
                          + " number between 0 and 1"));
    }
  }

  private static final class NoiseConverter implements ITypeConverter<Noise> {
    @Override
    public Noise convert(String text) {
      String[] ends = text.split(":", -1);
      try {
        if (ends.length == 2) {
          return new Noise(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
        }
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + text + "' is not LOW:HIGH with LOW <= HIGH");
      }
      throw new TypeConversionException("'" + text + "' is not LOW:HIGH, such as -0.025:0.025");
    }
  }
}
