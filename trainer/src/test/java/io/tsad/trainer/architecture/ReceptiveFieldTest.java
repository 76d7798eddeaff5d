package io.tsad.trainer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReceptiveFieldTest {
  @Test
  void withoutLayersAPositionIsASample() {
    assertEquals(new ReceptiveField(1, 1), ReceptiveField.of(List.of()));
  }

  @Test
  void aWindowOverWindowsReachesFurtherByTheirStride() {
    assertEquals(
        new ReceptiveField(3 + 2 - 1, 2),
        ReceptiveField.of(List.of(new Layer.Conv1d(1, 8, 3), new Layer.MaxPool1d(2, 2))));
    assertEquals(
        new ReceptiveField(4 + 4 * 2, 2),
        ReceptiveField.of(
            List.of(
                new Layer.Conv1d(1, 8, 3),
                new Layer.Relu(),
                new Layer.MaxPool1d(2, 2),
                new Layer.Conv1d(8, 8, 5),
                new Layer.Dropout(0.5f))));
  }

  @Test
  void theReferencesShortestSeriesIsOneFieldOfItsLastFeatureMap() {
    ReceptiveField field = ReceptiveField.of(Cnn.of(Cnn.MIN_LENGTH).layers().subList(0, 6));
    assertEquals(new ReceptiveField(Cnn.MIN_LENGTH, 4), field);
  }

  @Test
  void behindFullyConnectedLayersThereAreNoPositions() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ReceptiveField.of(List.of(new Layer.Flatten(), new Layer.Linear(72, 2))));
  }
}
