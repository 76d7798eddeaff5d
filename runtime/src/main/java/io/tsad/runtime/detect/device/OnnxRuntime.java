package io.tsad.runtime.detect.device;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

/** ONNX Runtime, quiet: what goes wrong is said once, by tsad, in words for its user. */
public final class OnnxRuntime {
  private OnnxRuntime() {}

  /** The one of this process. */
  public static OrtEnvironment environment() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "tsad");
  }

  /**
   * The same, where it may have to be loaded first.
   *
   * @throws DeviceUnavailableException if its native library cannot be loaded
   */
  public static OrtEnvironment loaded() throws DeviceUnavailableException {
    try {
      return environment();
    } catch (LinkageError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new DeviceUnavailableException(
          "ONNX Runtime",
          "its native library cannot be loaded (" + OrtMessage.of(cause) + ")",
          "it is unpacked to the folder in -Djava.io.tmpdir: see that this one exists, has room"
              + " and is not mounted noexec",
          e);
    }
  }

  /** Makes one session as quiet. */
  public static void quiet(OrtSession.SessionOptions options) throws OrtException {
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
  }
}
