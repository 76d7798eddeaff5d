package io.tsad.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter written = new StringWriter();
  private Instant now = Instant.EPOCH;

  private Progress terminal(boolean is) {
    return new Progress(new PrintWriter(written), is, () -> now);
  }

  private List<String> rows() {
    return Screen.after(written.toString().replace("\r\n", "\n")).rows();
  }

  private String lastRow() {
    return rows().get(rows().size() - 1);
  }

  private void step(Progress progress, long millis, long by) {
    now = Instant.ofEpochMilli(millis);
    progress.step(by);
  }

  @Test
  void itTellsHowFarHowFastAndHowLongStill() {
    try (Progress progress = terminal(true)) {
      progress.start("Scoring", 50_000);
      step(progress, 5_000, 10_000);
      assertEquals("Scoring  10,000 of 50,000   20 %  2,000/s  20 s left", lastRow());
      step(progress, 100_000, 100);
      assertEquals("Scoring  10,100 of 50,000   20 %  101/s  6 min 36 s left", lastRow());
    }
  }

  @Test
  void whatTakesHoursSaysSo() {
    try (Progress progress = terminal(true)) {
      progress.start("Training", 1_000);
      step(progress, 100_000, 10);
      assertEquals("Training  10 of 1,000    1 %  0.1/s  2 h 45 min left", lastRow());
    }
  }

  @Test
  void itIsDrawnAFewTimesASecondWhateverThePace() {
    try (Progress progress = terminal(true)) {
      progress.start("Scoring", 100);
      step(progress, 100, 10);
      assertEquals("", lastRow());
      step(progress, 250, 10);
      assertTrue(lastRow().startsWith("Scoring  20 of 100"), lastRow());
      step(progress, 300, 10);
      assertTrue(lastRow().startsWith("Scoring  20 of 100"), lastRow());
    }
  }

  @Test
  void moreStepsThanThoughtNeverReachAHundredPercent() {
    try (Progress progress = terminal(true)) {
      progress.start("Scoring", 50_000);
      step(progress, 1_000, 60_000);
      assertEquals("Scoring  60,000 of 60,000   99 %  60,000/s  0 s left", lastRow());
    }
  }

  @Test
  void linesAndProgressDoNotGarbleEachOther() {
    try (Progress progress = terminal(true)) {
      progress.line("before");
      progress.start("Training", 1000);
      step(progress, 1_000, 500);
      progress.line(
          "a line longer than what is shown below it, so that it would be seen".repeat(2));
      progress.line("short");
      List<String> rows = rows();
      assertEquals("before", rows.get(0));
      assertEquals("short", rows.get(2));
      assertEquals("Training  500 of 1,000   50 %  500/s  1 s left", rows.get(3));
      assertEquals(4, rows.size(), () -> String.join("\n", rows));
      progress.line("after");
      assertEquals("after", rows().get(3));
      assertTrue(lastRow().startsWith("Training  500"), lastRow());
    }
    assertEquals(5, rows().size());
    assertEquals("", lastRow());
  }

  @Test
  void aNewTaskTakesTheOldOnesPlace() {
    try (Progress progress = terminal(true)) {
      progress.start("First", 10);
      step(progress, 1_000, 5);
      progress.start("Second", 10);
      step(progress, 2_000, 5);
      assertEquals(List.of("Second  5 of 10   50 %  5.0/s  1 s left"), rows());
    }
    assertEquals(List.of(""), rows());
  }

  @Test
  void withoutATerminalThereAreLinesOnly() {
    try (Progress progress = terminal(false)) {
      progress.start("Training", 10);
      step(progress, 1_000, 5);
      progress.line("line");
    }
    assertEquals("line" + System.lineSeparator(), written.toString());
  }
}
