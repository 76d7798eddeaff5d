package io.tsad.trainer.training;

import ai.djl.engine.Engine;
import io.tsad.runtime.detect.Device;
import io.tsad.runtime.detect.DeviceUnavailableException;

/**
 * The one device a training runs on.
 *
 * @param device PyTorch's name of it
 * @param description for people: what and why
 */
record TorchDevice(ai.djl.Device device, String description) {
  static TorchDevice choose(Device wanted) throws DeviceUnavailableException {
    Engine engine = Engine.getEngine("PyTorch");
    boolean cuda = engine.getGpuCount() > 0;
    if (wanted == Device.CUDA && !cuda) {
      throw new DeviceUnavailableException(
          "--device cuda",
          "PyTorch finds no CUDA device here",
          "use a build made with -Pcuda on a host with an NVIDIA GPU, or --device cpu",
          null);
    }
    if (wanted != Device.CPU && cuda) {
      return new TorchDevice(ai.djl.Device.gpu(), "the GPU");
    }
    return new TorchDevice(
        ai.djl.Device.cpu(),
        wanted == Device.CPU ? "the CPU" : "the CPU, because PyTorch finds no CUDA device");
  }
}
