package io.tsad.trainer.backpropagation;

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
      x = layer.accept(new Step(x));
    }
    return x;
  }

  /** Of each kind of layer, what it makes of an array. */
  private final class Step implements Layer.Visitor<NDArray> {
    private final NDArray x;

    Step(NDArray x) {
      this.x = x;
    }

    @Override
    public NDArray conv1d(Layer.Conv1d conv) {
      NDArray weight = weights.next();
      return convolve(x, weight, conv.bias() ? weights.next() : null, conv);
    }

    @Override
    public NDArray fixedConv1d(Layer.FixedConv1d fixed) {
      return convolve(x, weights.next(), null, fixed.shape());
    }

    @Override
    public NDArray batchNorm(Layer.BatchNorm norm) {
      return normalize(x);
    }

    @Override
    public NDArray relu(Layer.Relu relu) {
      return Activation.relu(x);
    }

    @Override
    public NDArray maxPool1d(Layer.MaxPool1d pool) {
      return Pool.maxPool1d(
          x, new Shape(pool.kernel()), new Shape(pool.stride()), new Shape(pool.padding()), false);
    }

    @Override
    public NDArray branches(Layer.Branches branches) {
      NDList joined = new NDList();
      branches.ways().forEach(way -> joined.add(through(way, x)));
      return branches.join() == Layer.Join.CONCAT
          ? NDArrays.concat(joined, 1)
          : NDArrays.add(joined.toArray(NDArray[]::new));
    }

    @Override
    public NDArray globalAveragePool(Layer.GlobalAveragePool pool) {
      return x.mean(new int[] {2});
    }

    @Override
    public NDArray flatten(Layer.Flatten flatten) {
      return x.reshape(x.getShape().get(0), -1);
    }

    @Override
    public NDArray linear(Layer.Linear linear) {
      return Linear.linear(x, weights.next(), weights.next()).singletonOrThrow();
    }

    @Override
    public NDArray dropout(Layer.Dropout dropout) {
      return training ? Dropout.dropout(x, dropout.rate(), true).singletonOrThrow() : x;
    }
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
