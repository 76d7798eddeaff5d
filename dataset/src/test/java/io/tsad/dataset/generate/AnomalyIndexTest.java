package io.tsad.dataset.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.series.InvalidSeriesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnomalyIndexTest {
  private static final Map<String, Anomaly> THREE =
      Map.of(
          "train/anomaly/0001.npy", new Anomaly(AnomalyKind.DRIFT, 1.5, 3, 9),
          "val/anomaly/0000.npy", new Anomaly(AnomalyKind.DRIFT, 0.8, 1, 5),
          "val/anomaly/0004.npy", new Anomaly(AnomalyKind.STUCK_SENSOR, 16, 2, 200));

  @TempDir Path dir;

  @Test
  void whatWasWrittenIsReadBack() throws Exception {
    new AnomalyIndex(new TreeMap<>(THREE)).write(dir);
    assertEquals(THREE, AnomalyIndex.read(dir).anomalies());
    assertEquals(
        "val/anomaly/0004.npy,stuck sensor,16.00,2,200",
        Files.readAllLines(dir.resolve("anomalies.csv")).get(3));
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
        "val/anomaly/0000.npy,gremlins,1.00,1,5",
        "val/anomaly/0000.npy,drift,much,1,5",
        "",
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
