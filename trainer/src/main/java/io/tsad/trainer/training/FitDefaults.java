package io.tsad.trainer.training;

import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.fit.Balance;
import io.tsad.trainer.fit.FitConfig;
import io.tsad.trainer.fit.Schedule;
import java.util.List;

/**
 * How long and how fast a network is fitted unless the user says otherwise.
 *
 * @param epochs at most
 * @param batch series a step
 * @param patience epochs without a better one until the fit is over; 0 for all epochs
 * @param schedule of the learning rate
 */
public record FitDefaults(int epochs, int batch, int patience, Schedule schedule) {
  /** The reference's, for its network and for its recipe. */
  public static final FitDefaults REFERENCE = new FitDefaults(3, 10, 0, new Schedule.Constant());

  /**
   * What the papers of the pooled networks advise (a batch of 16, a learning rate that is halved
   * when the loss stands still), but up to 100 epochs instead of 1,500 to 2,000, and only as long
   * as they help.
   */
  private static final FitDefaults POOLED = new FitDefaults(100, 16, 20, new Schedule.Plateau(5));

  /**
   * The same where time is what ends a fit: as long as there is time and it helps, and a learning
   * rate that is down when the time is up.
   */
  public FitDefaults withinTime() {
    return new FitDefaults(1000, batch, 20, new Schedule.Cosine());
  }

  /** Those of {@code architecture} in {@code recipe}. */
  public static FitDefaults of(Architecture architecture, Recipe recipe) {
    return switch (architecture.family()) {
      case FLATTENED, KERNELS -> REFERENCE;
      case POOLED -> recipe.isReference() ? REFERENCE : POOLED;
    };
  }

  /** A whole configuration of them. */
  public FitConfig config(double learningRate, Recipe recipe, long seed) {
    return new FitConfig(
        epochs,
        batch,
        learningRate,
        recipe.warmup(),
        schedule,
        patience,
        Balance.SAMPLER,
        List.of(),
        recipe.noise(),
        seed);
  }
}
