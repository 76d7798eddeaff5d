package io.tsad.trainer.backpropagation;

import ai.djl.Device;
import io.tsad.runtime.TsadException;
import io.tsad.trainer.architecture.Network;
import java.io.IOException;
import java.time.InstantSource;

/**
 * A way to fit networks.
 *
 * @param allowed seconds that a fit may take; it then ends after the step in hand, so that its
 *     result depends on the time. Infinite for as long as it takes
 */
public record Fit(FitConfig config, double allowed, InstantSource clock) {
  /**
   * A fitted network.
   *
   * @param network on the CPU; close it
   */
  public record Result(TorchNetwork network, Ending ending) {}

  /**
   * Fits {@code network}. Everything random follows from the seed: on one machine, with one number
   * of threads, the same call gives the same weights to the bit, whether in one go or going on from
   * checkpoints; unless the time runs out.
   */
  public Result run(
      Network network, FitData data, Device device, FitListener listener, Checkpoints checkpoints)
      throws IOException, TsadException, InterruptedException {
    TorchNetwork torch =
        new TorchNetwork(network, device, new RandomStream(config.seed(), "weights"));
    try (FitLoop loop = new FitLoop(this, data, torch, listener)) {
      Ending ending = loop.run(checkpoints);
      return new Result(torch.onCpu(), ending);
    } catch (IOException | TsadException | InterruptedException | RuntimeException e) {
      torch.close();
      throw e;
    }
  }
}
