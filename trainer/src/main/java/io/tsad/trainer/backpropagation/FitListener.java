package io.tsad.trainer.backpropagation;

import io.tsad.runtime.TsadException;
import java.util.OptionalDouble;

/** Told of a fit as it goes on. */
public interface FitListener {
  /** At the start of a fit that goes on: {@code learnt} series have been learnt from before. */
  void resumed(long learnt);

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
   * @param seen series drawn in it; fewer than there are where time ran out
   * @param loss mean of its steps' losses
   * @param accuracy share of right answers in this epoch, 0 to 1
   * @param heldLoss cross-entropy on the series held back, where that decides when to stop
   * @param learningRate of its steps, after warm-up; the largest one where it falls with each
   * @param seconds it took
   * @param network as it is now
   */
  record Epoch(
      int epoch,
      int iteration,
      int seen,
      double loss,
      double accuracy,
      OptionalDouble heldLoss,
      double learningRate,
      double seconds,
      TorchNetwork network) {}
}
