package io.tsad.trainer.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.model.LengthRule;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LengthChoiceTest {
  @TempDir Path root;
  private DataFolder folder;

  @BeforeEach
  void fill() throws Exception {
    folder = DataFolder.small(root); // ten series of four samples
  }

  @Test
  void theLengthThatAllHaveIsTaken() throws Exception {
    assertEquals(new LengthRule(4, false), choose(false).rule());
    assertEquals(Optional.of("Length: 4 samples, as all series have"), choose(false).reason());
    assertEquals(new LengthRule(4, true), choose(true).rule());
  }

  @Test
  void ofDifferentLengthsTheShortestCutsTheOthers() throws Exception {
    folder.put("val/normal/short.npy", 1, 2, 3);
    folder.put("train/normal/long.npy", 1, 2, 3, 4, 5, 6);
    assertEquals(new LengthRule(3, false), choose(false).rule());
    assertEquals(
        "Length: 3 samples, as the shortest series has; longer ones, up to 6, are cut",
        choose(false).reason().orElseThrow());
  }

  @Test
  void withPaddingTheLongestDecides() throws Exception {
    folder.put("val/normal/short.npy", 1);
    folder.put("train/normal/long.npy", 1, 2, 3, 4, 5, 6);
    assertEquals(new LengthRule(6, true), choose(true).rule());
    assertEquals(
        "Length: 6 samples, as the longest series has; shorter ones, from 1 on, are padded",
        choose(true).reason().orElseThrow());
  }

  @Test
  void aSeriesMuchShorterThanTheOthersDecidesNothing() throws Exception {
    folder.put("val/normal/stray.npy", 1);
    InvalidDatasetException fault = refused(false);
    assertEquals(
        "has series of 1 sample, such as val/normal/stray.npy, most of 4 or more", fault.fault());
    assertTrue(fault.remedy().contains("--length N") && fault.remedy().contains("--pad"));
  }

  @Test
  void aSeriesMuchLongerThanTheOthersDecidesNothing() throws Exception {
    folder.put("val/normal/stray.npy", new double[41]);
    assertEquals(
        "has series of 41 samples, such as val/normal/stray.npy, most of 4 or fewer",
        refused(true).fault());
    assertEquals(4, choose(false).rule().samples(), "without padding it is only cut");
  }

  @Test
  void filesThatAreNoSeriesHaveNoSay() throws Exception {
    folder.text("train/normal/text.npy", "text");
    folder.text("train/normal/empty.npy", "");
    folder.text("train/normal/folder.npy/inside", "a folder");
    assertEquals(4, choose(false).rule().samples());
  }

  @Test
  void whereNoFileIsASeriesNoneIsTooShort() throws Exception {
    for (SeriesFile file : DatasetFiles.list(root).all()) {
      folder.text(file.name(), "text");
    }
    assertTrue(choose(false).rule().pad());
    assertEquals(Optional.empty(), choose(false).reason());
  }

  private LengthChoice choose(boolean pad) throws Exception {
    return LengthChoice.of(DatasetFiles.list(root), pad);
  }

  private InvalidDatasetException refused(boolean pad) {
    return assertThrows(InvalidDatasetException.class, () -> choose(pad));
  }
}
