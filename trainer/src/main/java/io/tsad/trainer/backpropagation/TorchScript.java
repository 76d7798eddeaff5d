package io.tsad.trainer.backpropagation;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Code in PyTorch's own language, a part of Python's. It reaches operations that DJL has no method
 * for, and many of them by one call.
 */
final class TorchScript {
  /** Of the archive's format, which PyTorch has written since 1.11. */
  private static final String VERSION = "10\n";

  /**
   * A pickled object of class {@code __torch__.Script}, with nothing in it but {@code training},
   * which PyTorch expects.
   */
  private static final String OBJECT =
      "\u0080\u0002c__torch__\nScript\n)\u0081}X\b\u0000\u0000\u0000training\u0088sb.";

  /** A pickled empty tuple. */
  private static final String NO_CONSTANTS = "\u0080\u0002).";

  private static final String HEAD =
      """
      class Script(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
      """;

  private TorchScript() {}

  /**
   * Compiles {@code forward}, in a file as {@code torch.jit.save} would write it, which is all that
   * DJL loads (torch/csrc/jit/docs/serialization.md).
   *
   * @param forward a method of that name, {@code self} of type {@code __torch__.Script}, with types
   *     throughout
   * @param manager owns the result, and says on which device it runs
   */
  static PtSymbolBlock compiled(String forward, NDManager manager) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(file)) {
        add(zip, "data.pkl", OBJECT);
        add(zip, "code/__torch__.py", HEAD + forward.indent(2));
        add(zip, "constants.pkl", NO_CONSTANTS);
        add(zip, "version", VERSION);
      }
      var in = new ByteArrayInputStream(file.toByteArray());
      return JniUtils.loadModule((PtNDManager) manager, in, true, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Not in memory", e);
    }
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry("script/" + name));
    zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
  }
}
