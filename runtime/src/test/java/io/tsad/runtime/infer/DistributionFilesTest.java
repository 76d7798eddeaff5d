package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

class DistributionFilesTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    Path tail = Files.writeString(folder.resolve("tail"), ".SH TAIL\n");
    DistributionFiles.main(folder.toString(), tail.toString());
  }

  @Test
  void theManPageAndTheCompletionNameEveryOption() throws Exception {
    String page = Files.readString(folder.resolve("share/man/man1/tsad-infer.1"));
    String completion =
        Files.readString(folder.resolve("share/bash-completion/completions/tsad-infer"));
    for (OptionSpec option : DistributionFiles.commandLine().getCommandSpec().options()) {
      assertTrue(page.contains(option.longestName().replace("-", "\\-")), option.toString());
      // The completion offers what the help shows.
      assertEquals(
          !option.hidden(), completion.contains(option.longestName() + "'"), option.toString());
    }
    assertTrue(page.endsWith(".SH TAIL\n"), page);
  }

  @Test
  void theTrainingModelScoresTheTrainingSeries() {
    Path series = folder.resolve("lib/training/series.npy");
    assertEquals(
        new Run(0, List.of(series + "\tanomaly\t0.952309"), List.of()),
        Run.with(folder.resolve("lib/training/model.onnx"), series));
  }
}
