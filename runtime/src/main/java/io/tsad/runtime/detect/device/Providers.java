package io.tsad.runtime.detect.device;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import io.tsad.runtime.detect.cuda.CudaLibraries;
import io.tsad.runtime.detect.cuda.CudaProvider;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.onnx.Metadata;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Chooses what a model runs on. */
public final class Providers {
  private static final String NONE = "this build has no CUDA (no " + CudaLibraries.PROVIDER + ")";

  private Providers() {}

  /**
   * Adds the provider for {@code device} to {@code options}.
   *
   * @param gpuMemory the most that it may take of a GPU's, in bytes; 0 for no limit
   * @param model file, whose card may name the device that it is fastest on
   * @throws DeviceUnavailableException if it is CUDA that was asked for, and cannot be used
   */
  public static Provider choose(
      OrtSession.SessionOptions options, Device device, long gpuMemory, Path model)
      throws DeviceUnavailableException {
    if (device == Device.CPU) {
      return cpu("asked for");
    }
    if (device == Device.AUTO && CudaLibraries.noneInThisBuild()) {
      return cpu(NONE);
    }
    if (device == Device.AUTO && isFastestOnCpu(model)) {
      return cpu("this model is faster there than on a GPU");
    }
    CudaLibraries libraries = CudaLibraries.ofProcess();
    // Some libraries are loaded by the first pass only, and would fail it.
    if (device == Device.AUTO && !libraries.lacking().isEmpty()) {
      return fallback("for CUDA " + libraries.fault());
    }
    OrtException fault = cudaFault(options, gpuMemory);
    if (fault != null) {
      if (device == Device.CUDA) {
        throw unavailable(libraries, fault);
      }
      return fallback("CUDA is not usable here (" + OrtMessage.of(fault) + ")");
    }
    return new Provider(
        OrtProvider.CUDA.getName(), device == Device.CUDA ? "asked for" : "usable here");
  }

  /** Whether the card of the model in file {@code model} says that it is fastest on the CPU. */
  public static boolean isFastestOnCpu(Path model) {
    String card = Metadata.of(Contract.CARD, model).orElse("");
    try {
      Object device = CardJson.read(card, model.toString()).provenance().get(Contract.FASTEST_ON);
      return Contract.CPU.equals(device);
    } catch (InvalidModelException e) {
      return false; // whoever opens it says so
    }
  }

  /**
   * What keeps CUDA from being used here, or null. The list of providers says what was compiled in,
   * not what works: only trying tells.
   */
  static @Nullable OrtException cudaFault() {
    try (OrtSession.SessionOptions trial = new OrtSession.SessionOptions()) {
      OnnxRuntime.quiet(trial);
      return cudaFault(trial, 0);
    } catch (OrtException e) {
      return e;
    }
  }

  /**
   * Adds CUDA to {@code options}, which where that fails stay good for the CPU. It must be added as
   * it will be used: without settings of ours ONNX Runtime adds it where its libraries can be
   * loaded, and asks for a GPU only when a model is opened.
   */
  private static @Nullable OrtException cudaFault(
      OrtSession.SessionOptions options, long gpuMemory) {
    try {
      CudaProvider.add(options, gpuMemory);
      return null;
    } catch (OrtException e) {
      return e;
    }
  }

  private static Provider fallback(String reason) {
    return new Provider(OrtProvider.CPU.getName(), reason, true);
  }

  private static Provider cpu(String reason) {
    return new Provider(OrtProvider.CPU.getName(), reason);
  }

  private static DeviceUnavailableException unavailable(
      CudaLibraries libraries, OrtException cause) {
    boolean none = libraries.lacking().isEmpty();
    return new DeviceUnavailableException(
        "--device cuda",
        "ONNX Runtime cannot use CUDA here (%s)"
            .formatted(none ? OrtMessage.of(cause) : libraries.fault()),
        none
            ? "see that nvidia-smi lists a GPU and CUDA_VISIBLE_DEVICES hides none, or use --device"
                + " cpu"
            : libraries.remedy() + ", or use --device cpu",
        cause);
  }
}
