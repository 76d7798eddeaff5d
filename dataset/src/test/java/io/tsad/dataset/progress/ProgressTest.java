package io.tsad.dataset.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter written = new StringWriter();

  @Test
  void linesAndBarDoNotGarbleEachOther() throws Exception {
    try (Progress progress = terminal(true)) {
      progress.line("before");
      progress.start("Training", 1000);
      progress.step(10);
      waitForBar("10/1000");
      progress.line(
          "a line longer than the bar that is shown below it, so that it would be seen".repeat(2));
      progress.line("short");
      progress.step(490);
      waitForBar("500/1000");
      List<String> rows = rows();
      assertEquals("before", rows.get(0));
      assertEquals("short", rows.get(2));
      assertEquals(4, rows.size(), () -> String.join("\n", rows));
      assertBar(rows.get(3), "50%");
      progress.line("after");
      assertEquals("after", rows().get(3));
      assertBar(rows().get(4), "50%");
    }
    assertEquals(5, rows().size());
    assertEquals("", rows().get(4));
  }

  /** Name, share, count, elapsed and remaining time, in fewer columns than a terminal has. */
  private static void assertBar(String row, String share) {
    assertTrue(row.length() < 80, () -> row.length() + " columns");
    assertTrue(
        row.matches("Training +" + share + " \\[=+ *] +500/1000 \\(0:00:0\\d / 0:00:0\\d\\) *"),
        row);
  }

  @Test
  void aNewBarTakesTheOldOnesPlace() throws Exception {
    try (Progress progress = terminal(true)) {
      progress.start("First", 10);
      waitForBar("First");
      progress.start("Second", 10);
      waitForBar("Second");
      assertEquals(1, rows().size());
      assertTrue(rows().get(0).startsWith("Second"), rows().get(0));
    }
    assertEquals(List.of(""), rows());
  }

  @Test
  void aVeryLongTrainingStaysOnOneLine() throws Exception {
    try (Progress progress = terminal(true)) {
      progress.start("Training", 123_456_789_012L);
      waitForBar("/123456789012");
      assertTrue(rows().get(0).length() < 80, rows().get(0));
    }
  }

  @Test
  void withoutATerminalThereAreLinesOnly() {
    try (Progress progress = terminal(false)) {
      progress.start("Training", 10);
      progress.step(5);
      progress.line("line");
    }
    assertEquals("line" + System.lineSeparator(), written.toString());
  }

  private Progress terminal(boolean is) {
    return new Progress(new PrintWriter(written), is);
  }

  private List<String> rows() {
    return Screen.after(written.toString().replace("\r\n", "\n")).rows();
  }

  private void waitForBar(String part) throws InterruptedException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!rows().get(rows().size() - 1).contains(part)) {
      assertTrue(System.nanoTime() < end, () -> "no bar with " + part + ": " + rows());
      Thread.sleep(20);
    }
  }
}
