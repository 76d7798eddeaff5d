package io.tsad.trainer.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Filters that answer to rises, falls and peaks at several scales. Ismail-Fawaz, Devanne, Weber and
 * Forestier, <em>Deep Learning for Time Series Classification Using New Hand-Crafted Convolution
 * Filters</em>, IEEE Big Data 2022.
 */
final class HandCraftedFilters {
  private static final List<Integer> SCALES = List.of(2, 4, 8, 16, 32, 64);

  private HandCraftedFilters() {}

  /** All 17 of them in one convolution: the shorter ones have zeros at both ends. */
  static Layer.FixedConv1d layer() {
    List<List<Float>> filters = new ArrayList<>();
    SCALES.forEach(scale -> filters.add(filter(scale, i -> i % 2 == 0 ? -1 : 1)));
    SCALES.forEach(scale -> filters.add(filter(scale, i -> i % 2 == 0 ? 1 : -1)));
    SCALES.stream()
        .skip(1)
        .forEach(scale -> filters.add(filter(scale / 2 * 3, i -> peak(i, scale / 4))));
    int longest = filters.stream().mapToInt(List::size).max().orElseThrow();
    return new Layer.FixedConv1d(filters.stream().map(filter -> centred(filter, longest)).toList());
  }

  private static List<Float> filter(int length, IntToDoubleFunction value) {
    List<Float> filter = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      filter.add((float) value.applyAsDouble(i));
    }
    return filter;
  }

  /** Six ramps of {@code ramp} samples, up and down in turn: below zero, twice above it, below. */
  private static double peak(int i, int ramp) {
    int within = i % ramp;
    double height = (i / ramp % 2 == 0 ? within + 1.0 : ramp - within) / ramp;
    double sign = i / ramp == 2 || i / ramp == 3 ? 2 : -1;
    return sign * height * height;
  }

  /** Where 'same' padding of the short filter and of the long one see the same samples. */
  private static List<Float> centred(List<Float> filter, int length) {
    List<Float> all = new ArrayList<>();
    int before = (length - 1) / 2 - (filter.size() - 1) / 2;
    for (int i = 0; i < length; i++) {
      boolean within = i >= before && i < before + filter.size();
      all.add(within ? filter.get(i - before) : 0f);
    }
    return all;
  }
}
