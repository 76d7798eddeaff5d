package io.tsad.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.stream.Stream;

/**
 * DJL's native update, piece by piece. It goes over its arrays some ten times; in pieces that fit a
 * CPU's cache it takes 60 % of the time it takes over the whole of a large layer.
 */
final class AdamInPieces extends Adam {
  /** Parameters at a time. */
  private static final int PIECE = 1 << 17;

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;

  private final TorchNetwork network;

  /** One list for each array of weights. */
  private final List<NDList> weights;

  private final List<NDList> means;
  private final List<NDList> variances;

  AdamInPieces(TorchNetwork network) {
    super(network);
    this.network = network;
    this.weights = kept(network.parameters());
    this.means = kept(zeros(network.parameters()));
    this.variances = kept(zeros(network.parameters()));
  }

  private List<NDList> kept(List<NDArray> arrays) {
    List<NDList> all = arrays.stream().map(AdamInPieces::pieces).toList();
    all.forEach(pieces -> pieces.attach(manager()));
    return all;
  }

  /** Views of consecutive parts of {@code array}. */
  private static NDList pieces(NDArray array) {
    NDArray flat = array.reshape(new Shape(-1));
    int cuts = Math.toIntExact((flat.size() - 1) / PIECE);
    long[] at = new long[cuts];
    for (int i = 0; i < cuts; i++) {
      at[i] = (i + 1L) * PIECE;
    }
    return cuts == 0 ? new NDList(flat) : flat.split(at);
  }

  @Override
  void move(
      GradientCollector gradients, NDArray loss, int step, double learningRate, NDManager scratch) {
    gradients.backward(loss);
    double correction1 = 1 - Math.pow(BETA1, step);
    double correction2 = Math.sqrt(1 - Math.pow(BETA2, step));
    // The native update adds epsilon before the second correction, PyTorch after it; scaling both
    // rate and epsilon makes them the same.
    float rate = (float) (learningRate * correction2 / correction1);
    float epsilon = (float) (EPSILON * correction2);
    List<NDArray> parameters = network.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      NDArray gradient = parameters.get(i).getGradient();
      gradient.attach(scratch);
      NDList pieces = pieces(gradient);
      for (int p = 0; p < pieces.size(); p++) {
        JniUtils.adamUpdate(
            (PtNDArray) weights.get(i).get(p),
            (PtNDArray) pieces.get(p),
            (PtNDArray) means.get(i).get(p),
            (PtNDArray) variances.get(i).get(p),
            (float) learningRate,
            rate,
            0,
            1,
            -1,
            BETA1,
            BETA2,
            epsilon,
            false);
      }
    }
    network.dropGradients();
  }

  @Override
  Stream<NDArray> moments() {
    return Stream.concat(means.stream(), variances.stream()).flatMap(NDList::stream);
  }
}
