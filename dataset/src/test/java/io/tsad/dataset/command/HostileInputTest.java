package io.tsad.dataset.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.dataset.testing.LevelShifts;
import io.tsad.hostile.Entry;
import io.tsad.hostile.Expected;
import io.tsad.hostile.HostileInput;
import io.tsad.hostile.HostileInputs;
import io.tsad.runtime.series.NpyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code tsad-data} says to the rows of the table. */
@Timeout(120)
class HostileInputTest {
  private static final int LENGTH = 40;

  @TempDir Path dir;
  private Path data = Path.of("");

  @BeforeEach
  void write() throws Exception {
    data = LevelShifts.ofLength(LENGTH).write(dir.resolve("data"), 8, 4);
  }

  static Stream<HostileInput> inspected() {
    return HostileInputs.at(Entry.INSPECT).stream();
  }

  static Stream<HostileInput> imported() {
    return HostileInputs.at(Entry.IMPORT).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inspected")
  void inspectingAnswersAsTheRowSays(HostileInput row) throws Exception {
    Path file = data.resolve("train/anomaly").resolve(row.file());
    row.content().create(file);
    Run run = Run.of("inspect", data.toString(), "--format=json");
    Map<String, Object> report = JSON.std.mapFrom(run.out());
    String name = "train/anomaly/" + row.file();
    Expected expected = row.answer(Entry.INSPECT);
    if (expected instanceof Expected.Refused refused) {
      assertEquals(List.of(name + ": " + refused.words()), problems(report));
      assertEquals(3, run.code());
    } else if (expected instanceof Expected.Skipped skipped) {
      assertEquals("tsad-data inspect: " + file + ": " + skipped.words(), run.err().strip());
      assertEquals(List.of(), problems(report));
      assertEquals(0, run.code());
    } else {
      throw new AssertionError("inspecting shows no samples");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("imported")
  void importingAnswersAsTheRowSays(HostileInput row) throws Exception {
    Path folder = Files.createDirectories(dir.resolve("set"));
    Path file = folder.resolve(row.file());
    row.content().create(file);
    Files.writeString(folder.resolve("X_TEST.tsv"), "1\t0\t1\t2\n2\t0\t1\t2\n");
    Path out = dir.resolve("imported");
    Run run = Run.of("import", "ucr", folder.toString(), "--out=" + out, "--anomaly=1");
    Expected expected = row.answer(Entry.IMPORT);
    if (expected instanceof Expected.Refused refused) {
      assertTrue(run.err().startsWith("tsad-data import ucr: " + file), run.err());
      assertTrue(run.err().strip().endsWith(": " + refused.words()), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertEquals(3, run.code());
      assertTrue(Files.notExists(out));
    } else if (expected instanceof Expected.Skipped skipped) {
      Files.writeString(folder.resolve("X_TRAIN.tsv"), "1\t0\t1\t2\n2\t0\t1\t2\n");
      Run beside = Run.of("import", "ucr", folder.toString(), "--out=" + out, "--anomaly=1");
      String line = "tsad-data import ucr: " + file + ": " + skipped.words();
      assertEquals(line, beside.err().strip());
      assertEquals(0, beside.code());
    } else if (expected instanceof Expected.Read read) {
      assertEquals(0, run.code(), run.err());
      assertArrayEquals(read.values(), NpyReader.read(out.resolve("train/anomaly/00001.npy")));
    }
  }

  private static List<String> problems(Map<String, Object> report) {
    return ((List<?>) Objects.requireNonNull(report.get("problems")))
        .stream()
            .map(Map.class::cast)
            .map(p -> p.get("file") + ": " + p.get("fault") + "; " + p.get("remedy"))
            .toList();
  }
}
