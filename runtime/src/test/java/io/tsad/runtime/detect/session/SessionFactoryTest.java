package io.tsad.runtime.detect.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.detect.device.OnnxRuntime;
import io.tsad.runtime.detect.device.Provider;
import io.tsad.runtime.model.InvalidModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The CPU stands for a GPU: one that opens a model, and with options that fail one that does not.
 */
class SessionFactoryTest {
  private static final Provider CUDA = new Provider("CUDAExecutionProvider", "asked for");

  @TempDir Path folder;

  private OpenModel open(Path file, Device device, boolean works) throws Exception {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      OnnxRuntime.quiet(options);
      if (!works) {
        failing(options);
      }
      return new SessionFactory(OnnxRuntime.environment(), SessionConfig.on(device), "m", null)
          .onGpu(file, options, CUDA);
    }
  }

  private void failing(OrtSession.SessionOptions options) throws OrtException {
    options.setOptimizedModelFilePath(folder.resolve("missing/copy.onnx").toString());
  }

  private Path model() throws Exception {
    return TinyModel.write(folder.resolve("model.onnx"), TinyModel.card(1));
  }

  @Test
  void aModelThatTheGpuOpensRunsThere() throws Exception {
    try (OpenModel model = open(model(), Device.CUDA, true)) {
      assertSame(CUDA, model.provider());
    }
  }

  @Test
  void oneThatItDoesNotOpenRunsOnTheCpuWhereAnyDeviceWillDo() throws Exception {
    try (OpenModel model = open(model(), Device.AUTO, false)) {
      assertEquals("CPUExecutionProvider", model.provider().name());
      assertTrue(model.provider().fallback());
      String reason = model.provider().reason();
      assertTrue(reason.startsWith("it could not be opened on CUDA ("), reason);
    }
  }

  @Test
  void oneThatItDoesNotOpenIsTheGpusFaultWhereTheCpuOpensIt() throws Exception {
    Path model = model();
    DeviceUnavailableException e =
        assertThrows(
            DeviceUnavailableException.class, () -> open(model, Device.CUDA, false).close());
    assertEquals("m", e.subject());
    assertTrue(e.fault().startsWith("could not be opened on CUDA ("), e.fault());
  }

  @Test
  void oneThatNeitherOpensIsAtFaultItself() throws Exception {
    Path broken = Files.writeString(folder.resolve("model.onnx"), "no model");
    for (Device device : new Device[] {Device.AUTO, Device.CUDA}) {
      assertThrows(InvalidModelException.class, () -> open(broken, device, true).close());
    }
  }
}
