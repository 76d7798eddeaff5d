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
      field = layer.accept(new Behind(field));
    }
    return field;
  }

  private ReceptiveField behind(int kernel, int step) {
    return new ReceptiveField(size + (kernel - 1) * stride, stride * step);
  }

  /**
   * Of each kind of layer, the field behind it.
   *
   * @param field before it
   */
  private record Behind(ReceptiveField field) implements Layer.Visitor<ReceptiveField> {
    @Override
    public ReceptiveField conv1d(Layer.Conv1d conv) {
      return conv.same() ? none(conv) : field.behind((conv.kernel() - 1) * conv.dilation() + 1, 1);
    }

    @Override
    public ReceptiveField fixedConv1d(Layer.FixedConv1d conv) {
      return none(conv);
    }

    @Override
    public ReceptiveField batchNorm(Layer.BatchNorm norm) {
      return none(norm);
    }

    @Override
    public ReceptiveField relu(Layer.Relu relu) {
      return field;
    }

    @Override
    public ReceptiveField maxPool1d(Layer.MaxPool1d pool) {
      return pool.same() ? none(pool) : field.behind(pool.kernel(), pool.stride());
    }

    @Override
    public ReceptiveField branches(Layer.Branches branches) {
      return none(branches);
    }

    @Override
    public ReceptiveField globalAveragePool(Layer.GlobalAveragePool pool) {
      return none(pool);
    }

    @Override
    public ReceptiveField flatten(Layer.Flatten flatten) {
      return none(flatten);
    }

    @Override
    public ReceptiveField linear(Layer.Linear linear) {
      return none(linear);
    }

    @Override
    public ReceptiveField dropout(Layer.Dropout dropout) {
      return field;
    }

    private static ReceptiveField none(Layer layer) {
      throw new IllegalArgumentException("No position is left behind " + layer);
    }
  }
}
