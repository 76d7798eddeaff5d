package io.tsad.trainer.backpropagation;

import ai.djl.pytorch.jni.JniUtils;

/**
 * PyTorch's own generator, which draws noise, augmentations and dropout on whatever device they are
 * used on. It starts anew at every step, from the seed and the step's number: so a fit that goes on
 * after a kill draws what it would have drawn, and there is no state to keep.
 */
record TorchRandom(long seed) {
  /** Starts what {@code step}, counted from 0, draws. */
  void start(int step) {
    JniUtils.setSeed(mixed(seed * 0x9E3779B97F4A7C15L + step));
  }

  /**
   * Neighbouring numbers become unlike ones. Steele, Lea and Flood, <em>Fast Splittable
   * Pseudorandom Number Generators</em>, OOPSLA 2014.
   */
  private static long mixed(long number) {
    long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
