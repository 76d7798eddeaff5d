package io.tsad.trainer.backpropagation;

import ai.djl.Device;
import java.util.Locale;

/**
 * How Adam's formula goes over the weights, in TorchScript: backward pass and update are one call,
 * so that no gradient has to be fetched or dropped, and the next backward pass writes new ones
 * instead of adding to zeros.
 */
enum AdamUpdate {
  /**
   * Operation by operation, in pieces that fit a CPU's cache: 60 % of the time it takes over the
   * whole of a large layer.
   */
  PIECES(
      1 << 17,
      """
        at = 0
        for gradient in torch.grad([loss], weights):
          if gradient is not None:
            for part in torch.split(torch.reshape(gradient, [-1]), 131072):
              mean = torch.mul_(means[at], 0.8999999761581421)
              _0 = torch.add_(mean, part, alpha=0.10000002384185791)
              variance = torch.mul_(variances[at], 0.9990000128746033)
              _1 = torch.addcmul_(variance, part, part, value=0.0009999871253967285)
              divisor = torch.add_(torch.sqrt(variance), epsilon)
              _2 = torch.addcdiv_(parts[at], mean, divisor, value=torch.neg(rate))
              at = torch.add(at, 1)
        return None
      """) {
    /**
     * The second correction is taken out of the root, so that no operation is needed for it; to
     * keep PyTorch's place for epsilon, that is scaled as well.
     */
    @Override
    double rate(double learningRate, int step) {
      return (float) (learningRate * secondCorrection(step) / (1 - Math.pow(0.9f, step)));
    }

    @Override
    double epsilon(int step) {
      return (float) (EPSILON * secondCorrection(step));
    }

    private static double secondCorrection(int step) {
      return Math.sqrt(1 - Math.pow(0.999f, step));
    }
  },

  /**
   * PyTorch's fused kernel: all weights in one go over memory. Small batches on a GPU wait for
   * kernels to be started, and this is one, where the other way starts seven for every array. Its
   * results differ from those in the last bits.
   */
  FUSED(
      Integer.MAX_VALUE,
      """
        gradients = annotate(List[Tensor], [])
        for gradient in torch.grad([loss], weights):
          if gradient is not None:
            _0 = torch.append(gradients, torch.reshape(gradient, [-1]))
        _1 = torch.fill_(clocks[0], step)
        torch._fused_adam_(parts, gradients, means, variances, annotate(List[Tensor], []), clocks, \
      lr=rate, beta1=0.9, beta2=0.999, weight_decay=0., eps=epsilon, amsgrad=False, maximize=False)
        return None
      """) {
    @Override
    double rate(double learningRate, int step) {
      return learningRate;
    }

    @Override
    double epsilon(int step) {
      return EPSILON;
    }
  };

  private static final double EPSILON = 1e-8;

  private static final String HEAD =
      """
      def forward(self: __torch__.Script, loss: Tensor, weights: List[Tensor], \
      parts: List[Tensor], means: List[Tensor], variances: List[Tensor], clocks: List[Tensor], \
      step: int, rate: float, epsilon: float) -> NoneType:
      """;

  private final int piece;
  private final String body;

  AdamUpdate(int piece, String body) {
    this.piece = piece;
    this.body = body;
  }

  /**
   * What is faster on {@code device}, and on a CPU gives the weights it always gave. The system
   * property {@code tsad.adam}, {@code pieces} or {@code fused}, takes the other one, to measure
   * that.
   */
  static AdamUpdate on(Device device) {
    String name = System.getProperty("tsad.adam", device.isGpu() ? "fused" : "pieces");
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The most weights in a part. */
  int piece() {
    return piece;
  }

  /**
   * Moves weights against the gradients of a loss. Its arguments: the loss; weights; flat views of
   * them and, of the same sizes, both moments, all in parts; for each part the same number on the
   * device, to count steps with; what step it is, from 1; {@link #rate} and {@link #epsilon}.
   */
  String script() {
    return HEAD + body;
  }

  abstract double rate(double learningRate, int step);

  abstract double epsilon(int step);
}
