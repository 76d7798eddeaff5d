package io.tsad.trainer.architecture;

import java.util.List;

/**
 * Which samples of the input one position of a feature map depends on: position {@code j} on the
 * samples {@code j * stride} to {@code j * stride + size - 1}.
 *
 * @param size in samples, at least 1
 * @param stride from one position to the next, in samples, at least 1
 */
public record ReceptiveField(int size, int stride) {
  /** That of what {@code layers} make of a series. */
  public static ReceptiveField of(List<Layer> layers) {
    ReceptiveField field = new ReceptiveField(1, 1);
    for (Layer layer : layers) {
      if (layer instanceof Layer.Conv1d conv && !conv.same()) {
        field = field.behind((conv.kernel() - 1) * conv.dilation() + 1, 1);
      } else if (layer instanceof Layer.MaxPool1d pool && !pool.same()) {
        field = field.behind(pool.kernel(), pool.stride());
      } else if (!(layer instanceof Layer.Relu || layer instanceof Layer.Dropout)) {
        throw new IllegalArgumentException("No position is left behind " + layer);
      }
    }
    return field;
  }

  private ReceptiveField behind(int kernel, int step) {
    return new ReceptiveField(size + (kernel - 1) * stride, stride * step);
  }
}
