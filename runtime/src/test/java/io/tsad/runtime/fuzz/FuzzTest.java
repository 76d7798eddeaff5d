package io.tsad.runtime.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Coverage-guided fuzzing, for as many seconds each as {@code -Dfuzz.seconds} says. What it finds
 * is in {@code target/fuzz}; mended, it is kept in {@code src/test/resources/fuzz}.
 */
class FuzzTest {
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 5);

  @Test
  void npyFilesAreReadOrRefused() throws Exception {
    fuzz(FuzzTarget.NPY);
  }

  @Test
  void npzArchivesAreReadOrRefused() throws Exception {
    fuzz(FuzzTarget.NPZ);
  }

  @Test
  void delimitedTextIsReadOrRefused() throws Exception {
    fuzz(FuzzTarget.TEXT);
  }

  @Test
  void streamsAreReadOrRefused() throws Exception {
    fuzz(FuzzTarget.STREAM);
  }

  @Test
  void cardsAreReadOrRefused() throws Exception {
    fuzz(FuzzTarget.CARD);
  }

  private static void fuzz(FuzzTarget target) throws Exception {
    FuzzRun.Outcome outcome = new FuzzRun(target, SECONDS).run();
    assertEquals(0, outcome.exitCode(), outcome.lastLines());
  }
}
