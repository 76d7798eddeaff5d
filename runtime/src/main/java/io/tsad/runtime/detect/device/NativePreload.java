package io.tsad.runtime.detect.device;

import io.tsad.runtime.detect.cuda.CudaLibraries;
import java.io.File;

/**
 * Loads ONNX Runtime's library ahead. It has so much to relocate that this takes a sixth of a short
 * process; ONNX Runtime's Java part, which would load it, first has to set up itself for as long.
 */
public final class NativePreload {
  private NativePreload() {}

  /** Begins, if the library is unpacked; nothing depends on it. */
  public static void begin() {
    String natives = System.getProperty(CudaLibraries.NATIVES, "");
    if (!natives.isEmpty()) {
      Thread thread = new Thread(() -> load(natives), "tsad-preload");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void load(String natives) {
    try {
      // By the name that ONNX Runtime gives it, or it would be loaded twice.
      System.load(new File(natives, System.mapLibraryName("onnxruntime")).getAbsolutePath());
    } catch (LinkageError e) {
      // ONNX Runtime will come to the same end, and its user is told then.
    }
  }
}
