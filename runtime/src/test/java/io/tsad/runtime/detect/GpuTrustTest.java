package io.tsad.runtime.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.detect.device.Providers;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.series.Series;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CPU stands for a GPU that computes what the card says, or something else. */
class GpuTrustTest {
  @TempDir Path folder;

  private Path model(double claimed) throws Exception {
    ModelCard card = TinyModel.card(List.of("normal", "anomaly"), new LengthRule(1, false), 0.5);
    GoldenSeries golden =
        new GoldenSeries(
            "g.npy", new double[] {2}, List.of((float) (1 - claimed), (float) claimed));
    return TinyModel.write(folder.resolve("model.onnx"), card.withGolden(List.of(golden)));
  }

  @Test
  void aModelMaySayThatItIsFasterOnTheCpu() throws Exception {
    assertFalse(Providers.isFastestOnCpu(model(0.5)));
    ModelCard saying = TinyModel.card(1).withProvenance(Map.of("fastestOn", "cpu"));
    assertTrue(Providers.isFastestOnCpu(TinyModel.write(folder.resolve("cpu.onnx"), saying)));
    assertFalse(Providers.isFastestOnCpu(folder.resolve("missing.onnx")));
  }

  @Test
  void oneThatAnswersAsAtExportIsUsed() throws Exception {
    Path model = model(0.880797);
    try (Detector detector = Detector.open(model, Device.CPU)) {
      assertSame(detector, GpuTrust.checked(detector, model, SessionConfig.on(Device.CUDA)));
    }
  }

  @Test
  void oneThatAnswersOtherwiseIsLeftForTheCpuWhereAnyDeviceWillDo() throws Exception {
    Path model = model(0.8);
    Detector wrong = Detector.open(model, Device.CPU);
    try (Detector other = GpuTrust.checked(wrong, model, SessionConfig.on(Device.AUTO))) {
      assertEquals("CPUExecutionProvider", other.provider().name());
      assertTrue(other.provider().fallback());
      assertEquals(
          "on CUDA 1 of 1 golden series not as at export, g.npy most:"
              + " expected 0.800000, got 0.880797",
          other.provider().reason());
      assertEquals(1, other.detect(List.of(new Series("a", new double[] {1}))).size());
    }
    assertThrows(
        IllegalStateException.class,
        () -> wrong.detect(List.of(new Series("a", new double[] {1}))),
        "it is closed");
  }

  @Test
  void oneThatAnswersOtherwiseIsRefusedWhereItWasAskedFor() throws Exception {
    Path model = model(0.8);
    Detector wrong = Detector.open(model, Device.CPU);
    DeviceUnavailableException e =
        assertThrows(
            DeviceUnavailableException.class,
            () -> GpuTrust.checked(wrong, model, SessionConfig.on(Device.CUDA)));
    assertEquals("--device cuda", e.subject());
    assertTrue(e.fault().contains("1 of 1 golden series not as at export"), e.fault());
    assertFalse(e.fault().isEmpty());
  }
}
