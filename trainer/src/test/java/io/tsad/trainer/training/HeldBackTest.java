package io.tsad.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.backpropagation.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldBackTest {
  @Test
  void bothPartsHaveTheSameShareOfEachClass() throws Exception {
    HeldBack split = split(20, 80, 0.1);
    assertEquals(2, count(split.held(), 0));
    assertEquals(8, count(split.held(), 1));
    assertEquals(18, count(split.train(), 0));
    assertEquals(72, count(split.train(), 1));
  }

  @Test
  void noSeriesIsInBothPartsOrLost() throws Exception {
    HeldBack split = split(20, 80, 0.3);
    List<String> names = new ArrayList<>();
    split.train().forEach(one -> names.add(one.name()));
    split.held().forEach(one -> names.add(one.name()));
    assertEquals(100, names.size());
    assertEquals(100, names.stream().distinct().count());
  }

  @Test
  void aSmallClassGivesAtLeastOneAndKeepsAtLeastOne() throws Exception {
    for (double share : new double[] {0.001, 0.1, 0.5}) {
      for (int size : new int[] {2, 3, 5}) {
        HeldBack split = split(size, 100, share);
        assertTrue(count(split.held(), 0) >= 1);
        assertTrue(count(split.train(), 0) >= 1);
      }
    }
  }

  @Test
  void withoutAShareNothingIsHeldBackEvenFromAClassOfOne() throws Exception {
    HeldBack split = split(1, 5, 0);
    assertEquals(List.of(), split.held());
    assertEquals(6, split.train().size());
  }

  @Test
  void aClassOfOneSeriesIsAFault() {
    InvalidDatasetException fault =
        assertThrows(InvalidDatasetException.class, () -> split(5, 1, 0.1));
    assertEquals(Path.of("data", "train", "normal").toString(), fault.subject());
  }

  private static HeldBack split(int anomalies, int normals, double share)
      throws InvalidDatasetException {
    List<LabelledSeries> series = new ArrayList<>();
    for (int i = 0; i < anomalies + normals; i++) {
      series.add(new LabelledSeries(i + ".npy", new double[] {i}, i < anomalies ? 0 : 1));
    }
    Dataset dataset =
        new Dataset(List.of("anomaly", "normal"), 0, new LengthRule(1, false), series, List.of());
    return HeldBack.split(Path.of("data"), dataset, share, new RandomStream(0, "held-back"));
  }

  private static long count(List<LabelledSeries> series, int label) {
    return series.stream().filter(one -> one.label() == label).count();
  }
}
