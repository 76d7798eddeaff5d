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

  /** The number of trained numbers. */
  public long parameterCount() {
    long count = 0;
    for (Layer layer : layers) {
      if (layer instanceof Layer.Conv1d conv) {
        count += (long) conv.out() * (conv.in() * conv.kernel() + 1);
      } else if (layer instanceof Layer.Linear linear) {
        count += (long) linear.out() * (linear.in() + 1);
      }
    }
    return count;
  }
}
