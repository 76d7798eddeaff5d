package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.series.NpyWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code tsad-infer} says of input it cannot score, besides the rows of the table: one line
 * with file, fault and remedy.
 */
class BadInputTest {
  @TempDir Path folder;
  private Path model = Path.of("");

  @BeforeEach
  void writeModel() throws Exception {
    model = TinyModel.write(folder.resolve("demo.onnx"), TinyModel.card(20));
  }

  @Test
  void aSeriesTooShortForTheModelIsRefused() throws Exception {
    Path shorter = folder.resolve("short.npy");
    NpyWriter.write(shorter, new double[19]);
    assertRefused(
        shorter,
        shorter
            + ": is too short: 19 samples;"
            + " this model needs 20; give longer series, or train with --pad");
  }

  @Test
  void aDirectoryWithoutSeriesIsOneLineAndExitCodeThree() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("notes.txt"), "none here");
    assertRefused(
        empty, empty + ": has no series; name a folder that holds .npy, .npz, .csv or .tsv files");
  }

  @Test
  void aMissingFileIsOneLineAndExitCodeThree() throws Exception {
    Path missing = folder.resolve("missing.npy");
    assertRefused(missing, missing + ": no such file; check the path");
  }

  @Test
  void aNameWithALineBreakIsStillOneLine() throws Exception {
    Path missing = folder.resolve("a\nb.npy");
    assertRefused(missing, folder.resolve("a\\u000ab.npy") + ": no such file; check the path");
  }

  @Test
  void anEmptyNameIsNotTheWorkingFolder() throws Exception {
    assertRefused("", "\"\": is an empty name; name a file or a folder");
  }

  @Test
  void aFileThisUserMayNotReadIsOneLineAndExitCodeThree() throws Exception {
    Path secret = folder.resolve("secret.npy");
    NpyWriter.write(secret, new double[20]);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(secret), "root may read every file");
    assertRefused(secret, secret + ": may not be read by this user; change its permissions");
  }

  /** Also that the series before and after it are scored. */
  private void assertRefused(Object bad, String message) throws Exception {
    Path good = folder.resolve("good.npy");
    double[] values = new double[20];
    values[17] = 1;
    NpyWriter.write(good, values);
    String scored = good + "\tanomaly\t0.512497"; // softmax(0, 1/20)
    assertEquals(
        new Run(3, List.of(scored, scored), List.of("tsad-infer: " + message)),
        Run.with(model, good, bad, good));
  }
}
