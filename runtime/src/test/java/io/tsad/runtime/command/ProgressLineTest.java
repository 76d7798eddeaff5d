package io.tsad.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter terminal = new StringWriter();
  private Instant now = Instant.EPOCH;
  private final ProgressLine line = new ProgressLine(new PrintWriter(terminal), () -> now, 50_000);

  private String after(long millis, long done) {
    now = Instant.ofEpochMilli(millis);
    terminal.getBuffer().setLength(0);
    line.show(done);
    return terminal.toString();
  }

  @Test
  void itTellsHowFarHowFastAndHowLongStill() {
    assertEquals(
        "\r\033[K10,000 of 50,000 series   20 %  2,000/s  20 s left", after(5_000, 10_000));
    assertEquals(
        "\r\033[K10,100 of 50,000 series   20 %  101/s  6 min 36 s left", after(100_000, 10_100));
  }

  @Test
  void itIsDrawnAFewTimesASecondWhateverThePace() {
    assertEquals("", after(100, 10));
    assertEquals(false, after(250, 20).isEmpty());
    assertEquals("", after(300, 30));
  }

  @Test
  void moreSeriesThanFilesNeverReachAHundredPercent() {
    assertEquals(
        "\r\033[K60,000 of 60,000 series   99 %  60,000/s  0 s left", after(1_000, 60_000));
  }

  @Test
  void itIsTakenAwayOnceIfItWasThere() {
    line.clear();
    assertEquals("", terminal.toString());
    after(1_000, 1);
    terminal.getBuffer().setLength(0);
    line.clear();
    line.clear();
    assertEquals("\r\033[K", terminal.toString());
  }
}
