package io.tsad.trainer.architecture;

import java.util.Arrays;
import java.util.List;

/**
 * An array of numbers that a layer holds.
 *
 * @param shape PyTorch's
 * @param start what it is before training
 * @param trained whether back-propagation changes it
 */
public record Weight(List<Integer> shape, Start start, boolean trained) {
  /** Values before training. */
  public sealed interface Start {}

  /** Uniform within ±{@code bound}. */
  public record Uniform(double bound) implements Start {}

  /** All the same. */
  public record Constant(float value) implements Start {}

  /** These, row after row. */
  public record Values(List<Float> values) implements Start {}

  public Weight {
    shape = List.copyOf(shape);
  }

  /** As PyTorch draws them by default: uniform within ±1/√fan_in. */
  static Weight drawn(int fanIn, Integer... shape) {
    return new Weight(Arrays.asList(shape), new Uniform(1 / Math.sqrt(fanIn)), true);
  }

  static Weight constant(float value, boolean trained, Integer... shape) {
    return new Weight(Arrays.asList(shape), new Constant(value), trained);
  }

  static Weight fixed(List<Float> values, Integer... shape) {
    return new Weight(Arrays.asList(shape), new Values(values), false);
  }

  /** How many numbers. */
  public int size() {
    return Math.toIntExact(count());
  }

  /** How many numbers, though there be more than an array can hold. */
  long count() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
