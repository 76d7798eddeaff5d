package io.tsad.trainer.training;

import ai.djl.engine.Engine;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.doctor.Finding;
import io.tsad.runtime.doctor.Gpus;
import io.tsad.runtime.doctor.Host;
import io.tsad.trainer.torch.CudaGap;
import io.tsad.trainer.torch.Torch;

/**
 * The one device a training runs on.
 *
 * @param device PyTorch's name of it
 * @param description for people: what and why
 */
record TorchDevice(ai.djl.Device device, String description) {
  /** As {@code --device} takes it; for the card. */
  String name() {
    return device.isGpu() ? "cuda" : "cpu";
  }

  static TorchDevice choose(Device wanted) throws DeviceUnavailableException {
    Engine engine = Torch.start();
    // Not the engine's count of GPUs: for that DJL wants the CUDA toolkit's libcudart.so, which
    // PyTorch brings under another name.
    boolean cuda = Torch.canUseCuda(engine);
    Host host = Host.ofProcess();
    CudaGap gap = new CudaGap(host);
    if (wanted == Device.CUDA && !cuda) {
      throw new DeviceUnavailableException(
          "--device cuda", gap.inWords(), gap.remedy() + ", or use --device cpu", null);
    }
    if (wanted != Device.CPU && cuda) {
      String name = Gpus.of(host).stream().map(Finding::text).findFirst().orElse("GPU 0");
      return new TorchDevice(ai.djl.Device.gpu(), "the GPU: " + name);
    }
    return new TorchDevice(
        ai.djl.Device.cpu(),
        wanted == Device.CPU ? "the CPU" : "the CPU, because " + gap.inWords());
  }
}
