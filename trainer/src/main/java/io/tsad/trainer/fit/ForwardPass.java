package io.tsad.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.tsad.trainer.architecture.Layer;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass through layers, in PyTorch. */
final class ForwardPass {
  private final Iterator<NDArray> weights;
  private final boolean training;

  /**
   * @param weights in the order of the layers, as each layer lists them
   * @param training whether dropout drops and batch normalisation goes by the batch
   */
  ForwardPass(Iterator<NDArray> weights, boolean training) {
    this.weights = weights;
    this.training = training;
  }

  NDArray through(List<Layer> layers, NDArray series) {
    NDArray x = series;
    for (Layer layer : layers) {
      x = through(layer, x);
    }
    return x;
  }

  private NDArray through(Layer layer, NDArray x) {
    if (layer instanceof Layer.Conv1d conv) {
      NDArray weight = weights.next();
      return convolve(x, weight, conv.bias() ? weights.next() : null, conv);
    } else if (layer instanceof Layer.FixedConv1d fixed) {
      return convolve(x, weights.next(), null, fixed.shape());
    } else if (layer instanceof Layer.BatchNorm) {
      return normalize(x);
    } else if (layer instanceof Layer.Relu) {
      return Activation.relu(x);
    } else if (layer instanceof Layer.MaxPool1d pool) {
      return Pool.maxPool1d(
          x, new Shape(pool.kernel()), new Shape(pool.stride()), new Shape(pool.padding()), false);
    } else if (layer instanceof Layer.Branches branches) {
      NDList joined = new NDList();
      branches.ways().forEach(way -> joined.add(through(way, x)));
      return branches.join() == Layer.Join.CONCAT
          ? NDArrays.concat(joined, 1)
          : NDArrays.add(joined.toArray(NDArray[]::new));
    } else if (layer instanceof Layer.GlobalAveragePool) {
      return x.mean(new int[] {2});
    } else if (layer instanceof Layer.Flatten) {
      return x.reshape(x.getShape().get(0), -1);
    } else if (layer instanceof Layer.Linear) {
      return Linear.linear(x, weights.next(), weights.next()).singletonOrThrow();
    } else if (layer instanceof Layer.Dropout dropout) {
      return training ? Dropout.dropout(x, dropout.rate(), true).singletonOrThrow() : x;
    }
    throw new IllegalArgumentException("No pass through " + layer);
  }

  /** PyTorch pads both ends alike; the odd zero of an even filter is added before. */
  private static NDArray convolve(
      NDArray x, NDArray weight, @Nullable NDArray bias, Layer.Conv1d conv) {
    int more = conv.padAfter() - conv.padBefore();
    NDArray padded = more == 0 ? x : JniUtils.pad((PtNDArray) x, new long[] {0, more}, 0);
    return Conv1d.conv1d(
            padded,
            weight,
            bias,
            new Shape(1),
            new Shape(conv.padBefore()),
            new Shape(conv.dilation()),
            conv.groups())
        .singletonOrThrow();
  }

  /** Changes the running figures, in training. */
  private NDArray normalize(NDArray x) {
    PtNDArray scale = (PtNDArray) weights.next();
    PtNDArray shift = (PtNDArray) weights.next();
    PtNDArray mean = (PtNDArray) weights.next();
    PtNDArray variance = (PtNDArray) weights.next();
    return JniUtils.batchNorm(
        (PtNDArray) x,
        mean,
        variance,
        scale,
        shift,
        training,
        Layer.BatchNorm.MOMENTUM,
        Layer.BatchNorm.EPSILON);
  }
}
