package io.tsad.trainer.torch;

import java.nio.file.Path;

/**
 * Where PyTorch's libraries come from. DJL decides that when its engine starts; this says it
 * beforehand, and without fetching anything.
 */
public sealed interface TorchNatives {
  /** For people. */
  String inWords();

  /** A folder that {@code PYTORCH_LIBRARY_PATH} names. */
  record Named(Path folder) implements TorchNatives {
    @Override
    public String inWords() {
      return folder + ", from PYTORCH_LIBRARY_PATH";
    }
  }

  /**
   * In a jar of the class path, unpacked at the first start.
   *
   * @param flavor {@code cpu}, or a version of CUDA such as {@code cu124}
   */
  record Bundled(String flavor) implements TorchNatives {
    @Override
    public String inWords() {
      return "in the class path, for " + (flavor.startsWith("cu") ? flavor : "the CPU");
    }
  }

  /** Fetched before, or brought there by hand. */
  record Cached(Path folder) implements TorchNatives {
    @Override
    public String inWords() {
      return folder.toString();
    }
  }

  /**
   * Not here yet.
   *
   * @param folder where they will be
   */
  record ToFetch(Path folder) implements TorchNatives {
    @Override
    public String inWords() {
      return "not here: fetched into " + folder + " at the first training";
    }
  }
}
