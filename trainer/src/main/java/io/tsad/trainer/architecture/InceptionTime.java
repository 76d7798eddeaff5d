package io.tsad.trainer.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Six modules, each of filters of 40, 20 and 10 samples behind a bottleneck and a maximum beside
 * them, with a shortcut round every three, then the mean of each channel; five such networks vote.
 * Ismail Fawaz et al., <em>InceptionTime: Finding AlexNet for Time Series Classification</em>, Data
 * Mining and Knowledge Discovery, 2020.
 */
public final class InceptionTime {
  private static final int MODULES = 6;
  private static final int BETWEEN_SHORTCUTS = 3;
  private static final int FILTERS = 32;
  private static final List<Integer> KERNELS = List.of(40, 20, 10);
  private static final int POOL = 3;

  private InceptionTime() {}

  /** One network of the ensemble, for series of any length. */
  public static Network network() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("modules", MODULES);
    parameters.put("filters", FILTERS);
    parameters.put("kernels", KERNELS);
    List<Layer> layers = new ArrayList<>();
    int width = FILTERS * (KERNELS.size() + 1);
    int channels = 1;
    for (int module = 0; module < MODULES; module += BETWEEN_SHORTCUTS) {
      List<Layer> main = new ArrayList<>(module(channels));
      for (int i = 1; i < BETWEEN_SHORTCUTS; i++) {
        main.addAll(module(width));
      }
      layers.add(
          new Layer.Branches(Layer.Join.SUM, List.of(main, Fcn.convolution(channels, width, 1))));
      layers.add(new Layer.Relu());
      channels = width;
    }
    layers.add(new Layer.GlobalAveragePool());
    layers.add(new Layer.Linear(width, 2));
    return new Network("inceptiontime", parameters, layers);
  }

  private static List<Layer> module(int in) {
    List<List<Layer>> convolutions = new ArrayList<>();
    // One channel needs no bottleneck.
    int narrow = in == 1 ? 1 : FILTERS;
    for (int kernel : KERNELS) {
      convolutions.add(List.of(Layer.Conv1d.same(narrow, FILTERS, kernel)));
    }
    Layer filters = new Layer.Branches(Layer.Join.CONCAT, convolutions);
    List<Layer> main =
        in == 1 ? List.of(filters) : List.of(Layer.Conv1d.same(in, FILTERS, 1), filters);
    List<Layer> beside =
        List.of(new Layer.MaxPool1d(POOL, 1, true), Layer.Conv1d.same(in, FILTERS, 1));
    return List.of(
        new Layer.Branches(Layer.Join.CONCAT, List.of(main, beside)),
        new Layer.BatchNorm(FILTERS * (KERNELS.size() + 1)),
        new Layer.Relu());
  }
}
