package io.tsad.trainer.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.jni.LibUtils;
import io.tsad.runtime.detect.device.DeviceUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** PyTorch in this process: it starts once, at its first use. */
public final class Torch {
  private static final String OFFLINE = "ai.djl.offline";

  private Torch() {}

  /**
   * Sets what DJL reads when its engine starts, which is later.
   *
   * @param threads of a computation on the CPU
   * @param note is told if libraries will be fetched
   */
  public static void prepare(int threads, Consumer<String> note) {
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    System.setProperty("OPT_OUT_TRACKING", "true");
    NativesSearch search = NativesSearch.ofProcess();
    boolean fetch = search.find() instanceof TorchNatives.ToFetch && !offline();
    if (fetch) {
      note.accept(
          "PyTorch %s is %s; that is 2 GB or more with CUDA (docs/gpu.md)"
              .formatted(search.pytorchVersion(), search.find().inWords()));
    } else {
      System.setProperty(OFFLINE, "true");
    }
  }

  private static boolean offline() {
    return Boolean.parseBoolean(System.getenv("DJL_OFFLINE")) || Boolean.getBoolean(OFFLINE);
  }

  /** Forbids to fetch anything, whoever starts PyTorch next. */
  public static void forbidFetching() {
    System.setProperty(OFFLINE, "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  /**
   * Starts it, unless it has.
   *
   * @throws DeviceUnavailableException if its libraries are not here or cannot be loaded; it names
   *     the one that is missing
   */
  public static Engine start() throws DeviceUnavailableException {
    try {
      return Engine.getEngine("PyTorch");
    } catch (EngineException | LinkageError e) {
      throw LoadFault.of(e).unavailable(e);
    }
  }

  /** Whether a started PyTorch can compute on a CUDA GPU. DJL asks PyTorch itself. */
  public static boolean canUseCuda(Engine engine) {
    return engine.hasCapability(StandardCapabilities.CUDA);
  }

  /** Whether a started PyTorch was built for CUDA, whatever there is here to use. */
  public static boolean isForCuda() {
    return Files.exists(Path.of(folder(), "libtorch_cuda.so"));
  }

  /** The folder that a started PyTorch was loaded from. */
  public static String folder() {
    return LibUtils.getLibtorchPath();
  }
}
