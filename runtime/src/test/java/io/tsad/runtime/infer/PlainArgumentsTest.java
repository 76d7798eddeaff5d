package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.cli.CommandRunner;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PlainArgumentsTest {
  private static final List<String> VOCABULARY =
      List.of(
          "--model",
          "--model=m",
          "--device",
          "--format",
          "--column",
          "--threads",
          "--strict",
          "--exit-code",
          "--self-test",
          "--explain",
          "--help",
          "--",
          "-",
          "-h",
          "-x",
          "",
          " ",
          "cpu",
          "auto",
          "CUDA",
          "text",
          "json",
          "csv",
          "Csv",
          "m",
          "a.npy",
          "a b.npy",
          "@a.npy",
          "doctor",
          "2",
          "'m'",
          "\"m\"");

  private static InferOptions picocli(String... args) {
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            new ModelFinder(null, List.of()),
            null,
            1,
            0,
            InstantSource.system(),
            false);
    CommandLine line = new TsadInfer(surroundings).commandLine();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    line.setExecutionStrategy(parsed -> 77); // runs nothing
    int code = CommandRunner.parse(line, nowhere, nowhere).execute(args);
    assertEquals(77, code, () -> "picocli refuses " + Arrays.toString(args));
    return InferOptions.of(line.getParseResult());
  }

  @Test
  void whatItReadsItReadsAsPicocliDoes() {
    Random random = new Random(1);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String[] args =
          random
              .ints(1 + random.nextInt(6), 0, VOCABULARY.size())
              .mapToObj(VOCABULARY::get)
              .toArray(String[]::new);
      InferOptions plain = PlainArguments.parse(args);
      if (plain != null) {
        assertEquals(picocli(args), plain, () -> Arrays.toString(args));
        read++;
      }
    }
    assertTrue(read > 500, read + " read");
  }

  @Test
  void itReadsWhatACronJobHas() {
    assertNotNull(PlainArguments.parse("a.npy"));
    assertNotNull(PlainArguments.parse("--model", "models/demo", "--format", "csv", "folder"));
    assertNotNull(PlainArguments.parse("--device", "cpu", "-"));
  }

  @Test
  void helpFaultsAndTheDoctorAreLeftToPicocli() {
    assertNull(PlainArguments.parse());
    assertNull(PlainArguments.parse("--help"));
    assertNull(PlainArguments.parse("doctor"));
    assertNull(PlainArguments.parse("a.npy", "--format", "xml"));
    assertNull(PlainArguments.parse("a.npy", "--model"));
    assertNull(PlainArguments.parse("--model", "a", "--model", "b", "a.npy"));
  }
}
