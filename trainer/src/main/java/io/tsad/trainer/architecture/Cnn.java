package io.tsad.trainer.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reference's network: two blocks of convolution, ReLU and pooling with 64 and 32 filters, then
 * two hidden layers of 512 with dropout. 14.8 million parameters at 3,653 samples, nearly all in
 * the first hidden layer, whose width follows from the length.
 */
public final class Cnn {
  /** The shortest input that leaves the second block one sample. */
  public static final int MIN_LENGTH = 31;

  private static final int KERNEL = 6;
  private static final int STRIDE = 2;
  private static final int HIDDEN = 512;
  private static final float DROPOUT = 0.5f;

  private Cnn() {}

  /**
   * The network for series of {@code length} samples.
   *
   * @throws IllegalArgumentException if {@code length} is below {@link #MIN_LENGTH}
   */
  public static Network of(int length) {
    if (length < MIN_LENGTH) {
      throw new IllegalArgumentException("A length of " + length);
    }
    int features = 32 * afterBlock(afterBlock(length));
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("filters", List.of(64, 32));
    parameters.put("kernel", KERNEL);
    parameters.put("pool", KERNEL);
    parameters.put("stride", STRIDE);
    parameters.put("hidden", List.of(HIDDEN, HIDDEN));
    parameters.put("dropout", DROPOUT);
    return new Network(
        "cnn",
        parameters,
        List.of(
            new Layer.Conv1d(1, 64, KERNEL),
            new Layer.Relu(),
            new Layer.MaxPool1d(KERNEL, STRIDE),
            new Layer.Conv1d(64, 32, KERNEL),
            new Layer.Relu(),
            new Layer.MaxPool1d(KERNEL, STRIDE),
            new Layer.Flatten(),
            new Layer.Linear(features, HIDDEN),
            new Layer.Relu(),
            new Layer.Dropout(DROPOUT),
            new Layer.Linear(HIDDEN, HIDDEN),
            new Layer.Relu(),
            new Layer.Dropout(DROPOUT),
            new Layer.Linear(HIDDEN, 2)));
  }

  private static int afterBlock(int length) {
    int convolved = length - KERNEL + 1;
    return (convolved - KERNEL) / STRIDE + 1;
  }
}
