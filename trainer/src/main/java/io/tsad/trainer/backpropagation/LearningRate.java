package io.tsad.trainer.backpropagation;

import java.io.IOException;

/** The learning rate from step to step. */
final class LearningRate implements Checkpoints.State {
  private final FitConfig config;
  private double factor = 1;
  private double best = Double.POSITIVE_INFINITY;
  private int epochsSince;

  LearningRate(FitConfig config) {
    this.config = config;
  }

  /**
   * That of a step.
   *
   * @param step from 1
   * @param progress share of the fit that is over, 0 to 1
   */
  double at(int step, double progress) {
    double rate = config.learningRate();
    if (step < config.warmup()) {
      return rate * step / config.warmup();
    }
    return config.schedule() instanceof Schedule.Cosine
        ? rate * (1 + Math.cos(Math.PI * progress)) / 2
        : rate * factor;
  }

  /** That of the epochs to come, where it does not change within them. */
  double now() {
    return config.learningRate() * factor;
  }

  /**
   * Learns how an epoch went.
   *
   * @param loss of training
   */
  void endEpoch(double loss) {
    if (!(config.schedule() instanceof Schedule.Plateau plateau)) {
      return;
    }
    if (loss < best * (1 - Schedule.Plateau.THRESHOLD)) {
      best = loss;
      epochsSince = 0;
    } else if (++epochsSince > plateau.patience()) {
      factor = Math.max(Schedule.Plateau.LEAST, factor * Schedule.Plateau.FACTOR);
      epochsSince = 0;
    }
  }

  @Override
  public void save(StateOutput out) throws IOException {
    out.number(factor);
    out.number(best);
    out.count(epochsSince);
  }

  void load(StateInput in) throws IOException {
    factor = in.number();
    best = in.number();
    epochsSince = in.count();
  }
}
