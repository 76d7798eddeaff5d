package io.tsad.trainer.training;

import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.backpropagation.FitConfig;
import io.tsad.trainer.backpropagation.Schedule;

/** How long and how fast networks are fitted unless the user says otherwise. */
public final class FitDefaults {
  private FitDefaults() {}

  /** Those of {@code architecture} in {@code recipe}. */
  public static FitConfig of(Architecture architecture, Recipe recipe) {
    FitConfig.Builder fit = FitConfig.builder().warmup(recipe.warmup()).noise(recipe.noise());
    return switch (architecture.family()) {
      case FLATTENED, KERNELS -> fit.build();
      case POOLED -> recipe.isReference() ? fit.build() : pooled(fit).build();
    };
  }

  /**
   * What the papers of the pooled networks advise (a batch of 16, a learning rate that is halved
   * when the loss stands still), but up to 100 epochs instead of 1,500 to 2,000, and only as long
   * as they help.
   */
  private static FitConfig.Builder pooled(FitConfig.Builder fit) {
    return fit.epochs(100).batch(16).patience(20).schedule(new Schedule.Plateau(5));
  }

  /**
   * The same where time is what ends a fit: as long as there is time and it helps, and a learning
   * rate that is down when the time is up.
   */
  public static FitConfig withinTime(FitConfig fit) {
    return fit.toBuilder().epochs(1000).patience(20).schedule(new Schedule.Cosine()).build();
  }
}
