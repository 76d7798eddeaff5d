package io.tsad.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.training.GradientCollector;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * PyTorch's fused update: all weights in one go over memory. On a GPU that is one kernel, where
 * {@link AdamInPieces} starts eleven for every array; starting kernels is what small batches wait
 * for. Backward pass and update are one call, so that no gradient has to be fetched or dropped.
 */
final class FusedAdam extends Adam {
  private static final String STEP =
      """
      def forward(self: __torch__.Script, loss: Tensor, weights: List[Tensor], \
      flat: List[Tensor], means: List[Tensor], variances: List[Tensor], clocks: List[Tensor], \
      step: int, rate: float, epsilon: float) -> NoneType:
        gradients = annotate(List[Tensor], [])
        for gradient in torch.grad([loss], weights):
          if gradient is not None:
            gradients.append(torch.reshape(gradient, [-1]))
        _0 = torch.fill_(clocks[0], step)
        torch._fused_adam_(flat, gradients, means, variances, annotate(List[Tensor], []), clocks, \
      lr=rate, beta1=0.9, beta2=0.999, weight_decay=0., eps=epsilon, amsgrad=False, maximize=False)
        return None
      """;

  private final PtSymbolBlock script;

  /** Flat, since the kernel wants gradients to lie in memory as the weights do. */
  private final List<NDArray> moments;

  private final List<IValue> arrays;

  FusedAdam(TorchNetwork network) {
    super(network);
    List<NDArray> weights = network.parameters();
    List<NDArray> flat = weights.stream().map(this::flat).toList();
    List<NDArray> means = zeros(flat);
    List<NDArray> variances = zeros(flat);
    // The kernel reads the step's number on the device, for each array, though it is the same.
    List<NDArray> clocks = Collections.nCopies(flat.size(), manager().zeros(new Shape()));
    this.script = TorchScript.compiled(STEP, manager());
    this.moments = Stream.concat(means.stream(), variances.stream()).toList();
    this.arrays =
        Stream.of(weights, flat, means, variances, clocks).map(FusedAdam::together).toList();
  }

  private NDArray flat(NDArray weight) {
    try (NDArray shared = weight.stopGradient()) {
      NDArray flat = shared.reshape(new Shape(-1));
      flat.attach(manager());
      return flat;
    }
  }

  private static IValue together(List<NDArray> arrays) {
    return IValue.listFrom(arrays.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
  }

  @Override
  void move(
      GradientCollector gradients, NDArray loss, int step, double learningRate, NDManager scratch) {
    try (IValue of = IValue.from((PtNDArray) loss);
        IValue number = IValue.from((long) step);
        IValue rate = IValue.from(learningRate);
        IValue epsilon = IValue.from(EPSILON)) {
      IValue[] all =
          Stream.of(Stream.of(of), arrays.stream(), Stream.of(number, rate, epsilon))
              .flatMap(values -> values)
              .toArray(IValue[]::new);
      script.forward(all).close();
    }
  }

  @Override
  Stream<NDArray> moments() {
    return moments.stream();
  }

  /** PyTorch's lists keep their arrays alive until they are closed. */
  @Override
  public void close() {
    arrays.forEach(IValue::close);
    super.close();
  }
}
