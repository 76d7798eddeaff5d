package io.tsad.trainer.fit;

import io.tsad.runtime.TsadException;

/** Told of a fit as it goes on. */
public interface FitListener {
  /** After every step, at once: {@code size} more series have been learnt from. */
  void batch(int size);

  /** After every step; not at once, but in order. */
  void step(Step step) throws TsadException;

  /** After every epoch. */
  void epoch(Epoch epoch) throws TsadException;

  /**
   * One step.
   *
   * @param epoch from 1
   * @param seen series drawn in this epoch so far
   * @param iteration steps since the start, from 0
   * @param loss cross-entropy of this step's batch
   * @param accuracy share of right answers since the start, 0 to 1
   */
  record Step(int epoch, int seen, int iteration, float loss, double accuracy) {}

  /**
   * One epoch.
   *
   * @param epoch from 1
   * @param iteration of its last step
   * @param loss mean of its steps' losses
   * @param accuracy share of right answers in this epoch, 0 to 1
   * @param seconds it took
   * @param network as it is now
   */
  record Epoch(
      int epoch,
      int iteration,
      double loss,
      double accuracy,
      double seconds,
      TorchNetwork network) {}
}
