package io.tsad.dataset.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.series.InvalidSeriesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnomalyIndexTest {
  private static final Map<String, Anomaly> THREE =
      Map.of(
          "train/anomaly/0001.npy", new Anomaly("drift", 1.5, 3, 9),
          "val/anomaly/0000.npy", new Anomaly("drift", 0.8, 1, 5),
          "val/anomaly/0004.npy", new Anomaly("stuck sensor", 16, 2, 200));

  @TempDir Path dir;

  @Test
  void whatWasWrittenIsReadBack() throws Exception {
    Path set = dir.resolve("set");
    write(set, THREE);
    assertEquals(THREE, AnomalyIndex.read(set).anomalies());
    assertEquals(
        List.of(
            "file,kind,severity,start,end",
            "train/anomaly/0001.npy,drift,1.50,3,9",
            "val/anomaly/0000.npy,drift,0.80,1,5",
            "val/anomaly/0004.npy,stuck sensor,16.00,2,200"),
        Files.readAllLines(set.resolve("anomalies.csv")));
  }

  @Test
  void aKindIsAnyWords() throws Exception {
    Map<String, Anomaly> own =
        Map.of("val/anomaly/1.npy", new Anomaly("gremlins, \"big\" ones", 1, 0, 4));
    write(dir.resolve("set"), own);
    assertEquals(own, AnomalyIndex.read(dir.resolve("set")).anomalies());
  }

  private static void write(Path set, Map<String, Anomaly> anomalies) throws Exception {
    try (DatasetWriter dataset = DatasetWriter.open(set, false)) {
      new AnomalyIndex(new TreeMap<>(anomalies)).write(dataset);
      dataset.commit();
    }
  }

  @Test
  void aDatasetThatWasNotGeneratedHasAnEmptyIndex() throws Exception {
    assertTrue(AnomalyIndex.read(dir).anomalies().isEmpty());
  }

  @Test
  void kindsAreNamedByFile() {
    assertEquals(
        Map.of(
            "train/anomaly/0001.npy", "drift",
            "val/anomaly/0000.npy", "drift",
            "val/anomaly/0004.npy", "stuck sensor"),
        new AnomalyIndex(new TreeMap<>(THREE)).kinds());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "val/anomaly/0000.npy,drift,1.00,1",
        "val/anomaly/0000.npy,,1.00,1,5",
        "val/anomaly/0000.npy,drift,much,1,5",
      })
  void aLineThatIsNoAnomalyIsNamed(String line) throws Exception {
    Files.writeString(dir.resolve("anomalies.csv"), "file,kind,severity,start,end\n" + line + "\n");
    InvalidSeriesException fault =
        assertThrows(InvalidSeriesException.class, () -> AnomalyIndex.read(dir));
    assertEquals(dir.resolve("anomalies.csv") + ":2", fault.subject());
  }

  @Test
  void aFileOfOtherColumnsIsNamed() throws Exception {
    Files.writeString(dir.resolve("anomalies.csv"), "file,label\n");
    assertThrows(InvalidSeriesException.class, () -> AnomalyIndex.read(dir));
  }
}
