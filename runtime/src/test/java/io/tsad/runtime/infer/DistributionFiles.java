package io.tsad.runtime.infer;

import io.tsad.runtime.cli.Version;
import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.series.NpyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Writes what a distribution holds besides the program: the man page, bash's completion, and a
 * model with a series to train class archives with. The build runs it.
 */
final class DistributionFiles {
  /** A model smaller than this is not worth a copy in the cache, and would not train that path. */
  private static final int BALLAST = 3 << 19;

  private DistributionFiles() {}

  /**
   * Writes them.
   *
   * @param args the folder to write to, and the file with the man page's last sections
   */
  public static void main(String... args) throws IOException {
    Path to = Path.of(args[0]);
    CommandLine command = commandLine();
    write(
        to.resolve("share/man/man1/tsad-infer.1"),
        ManPage.of(command.getCommandSpec(), Version.current())
            + Files.readString(Path.of(args[1])));
    write(
        to.resolve("share/bash-completion/completions/tsad-infer"),
        AutoComplete.bash("tsad-infer", command));
    writeTraining(to.resolve("lib/training"));
  }

  static CommandLine commandLine() {
    return new TsadInfer(Surroundings.ofProcess()).commandLine();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  private static void writeTraining(Path folder) throws IOException {
    ModelCard card = TinyModel.card(512);
    TinyModel.write(
        folder.resolve("model.onnx"),
        card.length(),
        Map.of(Contract.CARD, CardJson.write(card), "ballast", " ".repeat(BALLAST)),
        TinyModel.Flaw.NONE);
    double[] samples = new double[512];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.floorMod(i, 7);
    }
    NpyWriter.write(folder.resolve("series.npy"), samples);
  }
}
