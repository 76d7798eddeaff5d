package io.tsad.dataset.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tsad.runtime.model.InputContract;
import io.tsad.runtime.model.LengthRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {
  @Test
  void theInputContractDescribesTheTrainingSeriesAsTheModelSeesThem() {
    Dataset dataset =
        new Dataset(
            List.of("anomaly", "normal"),
            0,
            new LengthRule(2, false),
            List.of(
                new LabelledSeries("train/anomaly/1.npy", new double[] {0, 1, 50}, 0),
                new LabelledSeries("train/normal/1.npy", new double[] {2, 5}, 1)),
            List.of(new LabelledSeries("val/normal/1.npy", new double[] {900, 901}, 1)));
    InputContract contract = dataset.inputContract();
    assertEquals(2.5, contract.length().p50());
    assertEquals(5, contract.maximum().p100());
    assertEquals(1, contract.range().p0());
  }
}
