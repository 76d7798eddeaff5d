package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.testing.LevelShifts;
import io.tsad.hostile.Entry;
import io.tsad.hostile.Expected;
import io.tsad.hostile.HostileInput;
import io.tsad.hostile.HostileInputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code tsad-train} says to the rows of the table. */
@Timeout(120)
class HostileInputTest {
  private static final int LENGTH = 40;

  @TempDir Path dir;
  private Path data = Path.of("");

  @BeforeEach
  void write() throws Exception {
    data = LevelShifts.ofLength(LENGTH).write(dir.resolve("data"), 8, 4);
  }

  static Stream<HostileInput> trained() {
    return HostileInputs.at(Entry.TRAIN).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trained")
  void trainingAnswersAsTheRowSays(HostileInput row) throws Exception {
    Path file = data.resolve("train/anomaly").resolve(row.file());
    row.content().create(file);
    Path out = dir.resolve("models/demo");
    TrainRun run = TrainRun.of("--data", data, "--out", out, "--length", LENGTH);
    String first = run.errLines().get(0);
    Expected expected = row.answer(Entry.TRAIN);
    if (expected instanceof Expected.Refused refused) {
      assertEquals("tsad-train: " + file + ": " + refused.words(), first, run.err());
      assertEquals(3, run.code());
      assertTrue(Files.notExists(out));
    } else if (expected instanceof Expected.Skipped skipped) {
      assertEquals("tsad-train: " + file + ": " + skipped.words(), first, run.err());
      assertEquals(0, run.code());
    } else {
      throw new AssertionError("training shows no samples");
    }
  }
}
