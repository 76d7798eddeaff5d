package io.tsad.dataset.generate;

/**
 * A sine wave.
 *
 * @param period in samples
 * @param amplitude in units of the process
 * @param phase in radians
 */
record Cycle(double period, double amplitude, double phase) {
  static final double TURN = 2 * StrictMath.PI;

  /** The wave at {@code time} samples from the start of the series. */
  double at(double time) {
    return amplitude * StrictMath.sin(TURN * (time / period) + phase);
  }
}
