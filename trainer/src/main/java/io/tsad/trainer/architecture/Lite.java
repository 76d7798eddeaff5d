package io.tsad.trainer.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer of learnt filters of 40, 20 and 10 samples beside {@linkplain HandCraftedFilters
 * filters that are fixed}, two dilated depthwise separable convolutions, then the mean of each
 * channel; some 10,000 parameters, and five such networks vote. Ismail-Fawaz et al., <em>LITE:
 * Light Inception with boosTing tEchniques for Time Series Classification</em>, DSAA 2023.
 */
public final class Lite {
  private static final int FILTERS = 32;
  private static final List<Integer> KERNELS = List.of(40, 20, 10);
  private static final List<Integer> SEPARABLE_KERNELS = List.of(20, 10);

  private Lite() {}

  /** One network of the ensemble, for series of any length. */
  public static Network network() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("filters", FILTERS);
    parameters.put("kernels", KERNELS);
    parameters.put("separableKernels", SEPARABLE_KERNELS);
    Layer.FixedConv1d fixed = HandCraftedFilters.layer();
    List<List<Layer>> ways = new ArrayList<>();
    for (int kernel : KERNELS) {
      ways.add(List.of(Layer.Conv1d.same(1, FILTERS, kernel)));
    }
    ways.add(List.of(fixed, new Layer.Relu()));
    int channels = FILTERS * KERNELS.size() + fixed.filters().size();
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Branches(Layer.Join.CONCAT, ways));
    layers.add(new Layer.BatchNorm(channels));
    layers.add(new Layer.Relu());
    int dilation = 1;
    for (int kernel : SEPARABLE_KERNELS) {
      dilation *= 2;
      layers.add(new Layer.Conv1d(channels, channels, kernel, true, dilation, channels, false));
      layers.addAll(Fcn.block(channels, FILTERS, 1));
      channels = FILTERS;
    }
    layers.add(new Layer.GlobalAveragePool());
    layers.add(new Layer.Linear(channels, 2));
    return new Network("litetime", parameters, layers);
  }
}
