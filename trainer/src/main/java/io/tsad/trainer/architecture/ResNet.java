package io.tsad.trainer.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Three blocks of three convolutions with a shortcut round each, then the mean of each channel.
 * Wang, Yan and Oates, <em>Time Series Classification from Scratch with Deep Neural Networks: A
 * Strong Baseline</em>, IJCNN 2017.
 */
public final class ResNet {
  private static final List<Integer> FILTERS = List.of(64, 128, 128);
  private static final List<Integer> KERNELS = List.of(8, 5, 3);

  private ResNet() {}

  /** The network, for series of any length. */
  public static Network network() {
    List<Layer> layers = new ArrayList<>();
    int channels = 1;
    for (int filters : FILTERS) {
      layers.add(block(channels, filters));
      layers.add(new Layer.Relu());
      channels = filters;
    }
    layers.add(new Layer.GlobalAveragePool());
    layers.add(new Layer.Linear(channels, 2));
    return new Network(
        "resnet", new TreeMap<>(Map.of("filters", FILTERS, "kernels", KERNELS)), layers);
  }

  private static Layer block(int in, int out) {
    List<Layer> main = new ArrayList<>(Fcn.block(in, out, KERNELS.get(0)));
    main.addAll(Fcn.block(out, out, KERNELS.get(1)));
    main.addAll(Fcn.convolution(out, out, KERNELS.get(2)));
    List<Layer> shortcut =
        in == out ? List.of(new Layer.BatchNorm(out)) : Fcn.convolution(in, out, 1);
    return new Layer.Branches(Layer.Join.SUM, List.of(main, shortcut));
  }
}
