package io.tsad.dataset.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.folder.Anomaly;
import io.tsad.dataset.folder.AnomalyIndex;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetGeneratorTest {
  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({
    "PLAIN, a950262f1f9bcca997c601de90a1342e1fa9ddc6dd9dead279644b44dce1d4b0",
    "VARIED, cc77be861b25f382a21488ee9db1c94d10d4ce977666884492f23c3b74ed2d3d",
  })
  void aSeedGivesTheseBytesOnEveryMachineAndJdk(Profile profile, String hash) throws Exception {
    assertEquals(
        hash, GeneratedFolder.make(GeneratedFolder.small(profile, 0), dir.resolve("set")).hash());
  }

  @Test
  void anotherSeedGivesOtherSeries() throws Exception {
    GeneratedFolder one = plain("one");
    GeneratedFolder other =
        GeneratedFolder.make(GeneratedFolder.small(Profile.PLAIN, 1), dir.resolve("other"));
    Map<String, byte[]> others = other.files();
    one.files()
        .forEach(
            (path, bytes) -> {
              if (path.startsWith("train/") || path.startsWith("val/")) {
                assertFalse(Arrays.equals(bytes, others.get(path)), path);
              }
            });
  }

  @Test
  void aSeriesIsTheSameWhateverElseIsMade() throws Exception {
    GeneratorConfig few = GeneratedFolder.small(Profile.PLAIN, 0);
    PlannedSeries planned = new PlannedSeries(Split.VAL, 3, AnomalyKind.DRIFT);
    double[] alone = planned.draw(few).values();
    new PlannedSeries(Split.VAL, 2, null).draw(few);
    assertArrayEquals(alone, planned.draw(few).values());
  }

  @Test
  void theMaskMarksWhatTheIndexSaysAndNothingInNormalSeries() throws Exception {
    GeneratedFolder set = plain("set");
    AnomalyIndex index = AnomalyIndex.read(set.root());
    int anomalous = 0;
    for (String half : List.of("train", "val")) {
      for (String name : List.of("anomaly", "normal")) {
        for (String file : set.series(half, name)) {
          double[] expected = new double[200];
          Anomaly anomaly = index.anomalies().get(file);
          assertEquals(name.equals("anomaly"), anomaly != null, file);
          if (anomaly != null) {
            Arrays.fill(expected, anomaly.start(), anomaly.end(), 1);
            anomalous++;
          }
          assertArrayEquals(expected, set.samples("mask/" + file), file);
        }
      }
    }
    assertEquals(30, anomalous);
  }

  @Test
  void theNumbersOfBothClassesTogetherLeaveNoneOutSoThatNoneTellsTheClass() throws Exception {
    GeneratedFolder set = plain("set");
    List<String> names = new ArrayList<>();
    for (String name : List.of("anomaly", "normal")) {
      set.series("train", name)
          .forEach(file -> names.add(file.substring(file.lastIndexOf('/') + 1)));
    }
    assertEquals(40, new HashSet<>(names).size());
    assertTrue(names.contains("0000.npy") && names.contains("0039.npy"));
    assertTrue(set.series("train", "anomaly").get(0).compareTo("train/anomaly/0020.npy") < 0);
    assertTrue(set.series("train", "anomaly").get(19).compareTo("train/anomaly/0020.npy") > 0);
  }

  @Test
  void eachKindIsThereEquallyOften() {
    GeneratorConfig config =
        new GeneratorConfig(1000, 2, 100, 0, 0.28, Profile.PLAIN, SampleType.FLOAT64);
    Map<AnomalyKind, Long> counts =
        PlannedSeries.of(config, Split.TRAIN).stream()
            .flatMap(planned -> Stream.ofNullable(planned.kind()))
            .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
    assertEquals(AnomalyKind.values().length, counts.size());
    counts.forEach((kind, count) -> assertEquals(280 / counts.size(), count, kind.label()));
  }

  @Test
  void aHalfHasAtLeastOneSeriesOfEachClass() throws Exception {
    GeneratorConfig config =
        new GeneratorConfig(2, 2, 32, 0, 0.001, Profile.VARIED, SampleType.FLOAT64);
    GeneratedFolder set = GeneratedFolder.make(config, dir.resolve("set"));
    for (String half : List.of("train", "val")) {
      assertEquals(1, set.series(half, "anomaly").size());
      assertEquals(1, set.series(half, "normal").size());
    }
  }

  @Test
  void float32IsTheSameSeriesRounded() throws Exception {
    GeneratorConfig config =
        new GeneratorConfig(2, 2, 50, 0, 0.5, Profile.PLAIN, SampleType.FLOAT32);
    GeneratedFolder set = GeneratedFolder.make(config, dir.resolve("set"));
    PlannedSeries planned = PlannedSeries.of(config, Split.TRAIN).get(0);
    double[] exact = planned.draw(config).values();
    double[] stored = set.samples(planned.file(2));
    for (int t = 0; t < exact.length; t++) {
      assertEquals((float) exact[t], stored[t]);
    }
  }

  @Test
  void progressCountsEverySeries() throws Exception {
    AtomicInteger written = new AtomicInteger();
    DatasetGenerator.generate(
        GeneratedFolder.small(Profile.PLAIN, 0), dir.resolve("set"), false, written::addAndGet);
    assertEquals(60, written.get());
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
    Path letter = Files.writeString(dir.resolve("letter.txt"), "dear");
    assertThrows(
        OutputException.class,
        () -> GeneratedFolder.make(GeneratedFolder.small(Profile.PLAIN, 0), dir));
    try (Stream<Path> left = Files.list(dir)) {
      assertEquals(List.of(letter), left.toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 32, 0.5, --train",
    "2, 1, 32, 0.5, --val",
    "2, 2, 31, 0.5, --length",
    "2, 2, 32, 0, --anomaly-share",
    "2, 2, 32, 1, --anomaly-share",
    "2, 2, 32, NaN, --anomaly-share",
  })
  void whatCannotBeMadeIsRefusedByTheNameOfItsOption(
      int train, int val, int length, double share, String option) {
    GeneratorConfig config =
        new GeneratorConfig(train, val, length, 0, share, Profile.PLAIN, SampleType.FLOAT64);
    TsadException fault =
        assertThrows(
            GeneratorException.class, () -> GeneratedFolder.make(config, dir.resolve("set")));
    assertEquals(option, fault.subject());
    assertEquals(TsadException.Kind.USAGE, fault.kind());
    assertTrue(Files.notExists(dir.resolve("set")));
  }

  private GeneratedFolder plain(String name) throws Exception {
    return GeneratedFolder.make(GeneratedFolder.small(Profile.PLAIN, 0), dir.resolve(name));
  }
}
