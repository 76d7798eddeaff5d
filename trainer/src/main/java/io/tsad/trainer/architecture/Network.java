package io.tsad.trainer.architecture;

import java.util.List;
import java.util.Map;

/**
 * A network that turns scaled series into logits.
 *
 * @param name of the architecture, as {@code --arch} takes it
 * @param parameters what the card says of it
 * @param layers from input {@code [batch, 1, length]} to logits {@code [batch, 2]}
 */
public record Network(String name, Map<String, Object> parameters, List<Layer> layers) {
  public Network {
    layers = List.copyOf(layers);
  }

  /** What is known of it before it is fitted. */
  public Blueprint blueprint() {
    return new Blueprint(name, parameters, parameterCount());
  }

  /** What its layers hold, in their order. */
  public List<Weight> weights() {
    return layers.stream().flatMap(layer -> layer.weights().stream()).toList();
  }

  /** The number of trained numbers. */
  public long parameterCount() {
    return weights().stream().filter(Weight::trained).mapToLong(Weight::count).sum();
  }

  /** Whether its last feature map is averaged along the series. */
  public boolean pooled() {
    return layers.contains(new Layer.GlobalAveragePool());
  }
}
