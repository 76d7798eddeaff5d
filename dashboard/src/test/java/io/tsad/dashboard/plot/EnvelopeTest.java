package io.tsad.dashboard.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  @Test
  void whereThereIsRoomEverySampleIsAPoint() {
    Envelope envelope = Envelope.of(new double[] {1, 3, 2}, 0, 3, 3);
    assertEquals(1, envelope.step());
    assertArrayEquals(new double[] {1, 3, 2}, envelope.minimum());
    assertArrayEquals(new double[] {1, 3, 2}, envelope.maximum());
  }

  @Test
  void stretchesKeepTheirExtremesAndTheLastMayBeShort() {
    Envelope envelope = Envelope.of(new double[] {9, 1, 3, 2, 5, 4, 0}, 1, 7, 4);
    assertEquals(2, envelope.step());
    assertArrayEquals(new double[] {1, 2, 0}, envelope.minimum());
    assertArrayEquals(new double[] {3, 5, 4}, envelope.maximum());
    assertArrayEquals(new double[] {7}, Envelope.of(new double[] {7}, 0, 1, 1).maximum());
    assertArrayEquals(new double[] {0, 0}, Envelope.of(new double[] {0, 1, 0}, 0, 3, 2).minimum());
  }

  @Test
  void noSpikeIsLostHoweverManySamplesThereAre() {
    double[] values = new Random(0).doubles(1_000_000).toArray();
    values[777_777] = 5;
    Envelope envelope = Envelope.of(values, 0, values.length, 1200);
    assertTrue(envelope.minimum().length <= 1200);
    assertEquals(5, Arrays.stream(envelope.maximum()).max().orElseThrow());
  }

  @Test
  void aSketchFitsItsFrameEvenOfHugeOrConstantSeries() {
    assertEquals("0.0,100.0 0.0,100.0", Sketch.of(new double[] {3}));
    assertEquals(
        "0.0,200.0 0.0,200.0 1000.0,0.0 1000.0,0.0", Sketch.of(new double[] {-1e308, 1e308}));
  }
}
