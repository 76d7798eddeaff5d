package io.tsad.trainer.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.Evaluator;
import io.tsad.testing.Evaluations;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RocPlotTest {
  private static final int DARKORANGE = 0xff8c00;
  private static final int NAVY = 0x000080;

  private static BufferedImage draw(int positive) throws IOException {
    Evaluation evaluation =
        new Evaluator(Evaluations.CLASSES, positive).evaluate(Evaluations.withTies(), 0.6, 0);
    return ImageIO.read(new ByteArrayInputStream(RocPlot.png(evaluation)));
  }

  private static int pixels(BufferedImage image, int panel, int color) {
    int count = 0;
    for (int x = panel * 750; x < (panel + 1) * 750; x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        count += (image.getRGB(x, y) & 0xffffff) == color ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void bothPanelsHoldACurve() throws IOException {
    BufferedImage image = draw(0);
    assertEquals(1500, image.getWidth());
    assertTrue(pixels(image, 0, DARKORANGE) > 1000);
    assertTrue(pixels(image, 1, DARKORANGE) > 1000);
  }

  @Test
  void theThresholdIsMarkedOnThePositivePanelOnly() throws IOException {
    BufferedImage first = draw(0);
    BufferedImage second = draw(1);
    assertTrue(pixels(first, 0, NAVY) > pixels(first, 1, NAVY) + 100);
    assertTrue(pixels(second, 1, NAVY) > pixels(second, 0, NAVY) + 100);
  }

  @Test
  void theBytesAreTheSameEachTime() {
    byte[] once = RocPlot.png(Evaluations.evaluation());
    assertArrayEquals(once, RocPlot.png(Evaluations.evaluation()));
  }
}
