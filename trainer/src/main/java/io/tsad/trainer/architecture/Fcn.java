package io.tsad.trainer.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Three convolutions, each with batch normalisation and ReLU, then the mean of each channel. Wang,
 * Yan and Oates, <em>Time Series Classification from Scratch with Deep Neural Networks: A Strong
 * Baseline</em>, IJCNN 2017.
 */
public final class Fcn {
  private static final List<Integer> FILTERS = List.of(128, 256, 128);
  private static final List<Integer> KERNELS = List.of(8, 5, 3);

  private Fcn() {}

  /** The network, for series of any length. */
  public static Network network() {
    List<Layer> layers = new ArrayList<>();
    int channels = 1;
    for (int i = 0; i < FILTERS.size(); i++) {
      layers.addAll(block(channels, FILTERS.get(i), KERNELS.get(i)));
      channels = FILTERS.get(i);
    }
    layers.add(new Layer.GlobalAveragePool());
    layers.add(new Layer.Linear(channels, 2));
    return new Network(
        "fcn", new TreeMap<>(Map.of("filters", FILTERS, "kernels", KERNELS)), layers);
  }

  /** Convolution, batch normalisation and ReLU. */
  static List<Layer> block(int in, int out, int kernel) {
    return Stream.concat(convolution(in, out, kernel).stream(), Stream.of(new Layer.Relu()))
        .toList();
  }

  /** Convolution and batch normalisation. */
  static List<Layer> convolution(int in, int out, int kernel) {
    return List.of(Layer.Conv1d.same(in, out, kernel), new Layer.BatchNorm(out));
  }
}
