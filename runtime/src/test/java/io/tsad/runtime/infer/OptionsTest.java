package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.cli.Version;
import io.tsad.runtime.detect.TinyModel;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
  private static Run run(String... args) {
    return Run.of(InputStream.nullInputStream(), new ModelFinder(null, List.of()), args);
  }

  @Test
  void helpFitsAScreenOf80By24() {
    Run help = run("--help");
    assertEquals(0, help.code());
    assertEquals(List.of(), help.err());
    assertTrue(help.out().size() <= 24, help.out().size() + " lines");
    assertTrue(help.out().get(0).startsWith("Usage: tsad-infer"), help.out().get(0));
    for (String line : help.out()) {
      assertTrue(line.length() <= 80, line);
    }
  }

  @Test
  void versionIsOneLine() {
    Run version = run("--version");
    assertEquals(new Run(0, List.of("tsad " + Version.current()), List.of()), version);
    assertNotEquals("${project.version}", Version.current());
  }

  @Test
  void anUnknownFormatIsToldTheChoices() {
    assertEquals(
        new Run(
            2,
            List.of(),
            List.of(
                "tsad-infer: Invalid value for option '--format':"
                    + " expected one of [TEXT, JSON, CSV] (case-insensitive) but was 'xml'",
                "Try 'tsad-infer --help'.")),
        run("--format", "xml", "a.npy"));
  }

  @Test
  void aBatchOrALimitOfTheGpusMemoryIsAtLeastOne() {
    for (String option : List.of("--batch", "--gpu-memory")) {
      assertEquals(
          List.of(
              "tsad-infer: Invalid value for option '%s': '0' is no number from 1 to 1048576"
                  .formatted(option),
              "Try 'tsad-infer --help'."),
          run(option, "0", "a.npy").err());
    }
  }

  @Test
  void noInputIsAUsageFault() {
    assertEquals(
        new Run(
            2,
            List.of(),
            List.of("tsad-infer: Missing FILE, DIR or - to score", "Try 'tsad-infer --help'.")),
        run());
  }

  @Test
  void aNameThatBeginsWithAnAtSignIsAName(@TempDir Path folder) throws Exception {
    Path model = TinyModel.write(folder.resolve("m.onnx"), TinyModel.card(1));
    // picocli would read such a file for more arguments.
    Path at = Files.writeString(folder.resolve("arguments"), "--version");
    Run run = Run.with(model, "@" + at);
    assertEquals(List.of("tsad-infer: @" + at + ": no such file; check the path"), run.err());
  }

  @Test
  void anUnknownOptionIsToldTheNearest() {
    assertEquals(
        new Run(
            2,
            List.of(),
            List.of(
                "tsad-infer: Unknown option: '--modle'",
                "Possible solutions: --model",
                "Try 'tsad-infer --help'.")),
        run("--modle", "m", "a.npy"));
  }
}
