package io.tsad.runtime.relevance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelevanceTest {
  /**
   * {@code length} samples of nothing, but for {@code value} from {@code from} up to {@code to}.
   */
  private static float[] block(int length, int from, int to, float value) {
    float[] samples = new float[length];
    Arrays.fill(samples, from, to, value);
    return samples;
  }

  @Test
  void aWindowIsARunOfSamplesWithAtLeastHalfOfTheLargest() {
    Relevance relevance = Relevance.of(0, 0.9f, 1, 2, 1, 0.9f, 0.2f);
    assertEquals(List.of(new Window(2, 5, 0.6667)), rounded(relevance.windows(3)));
  }

  @Test
  void theLargestShareComesFirstAndNoMoreThanWereAskedFor() {
    float[] samples = block(1000, 100, 110, 1);
    Arrays.fill(samples, 500, 530, 1);
    Arrays.fill(samples, 990, 1000, 2);
    Relevance relevance = Relevance.of(samples);
    List<Window> all =
        List.of(
            new Window(500, 530, 0.5), new Window(990, 1000, 0.3333), new Window(100, 110, 0.1667));
    assertEquals(all, rounded(relevance.windows(3)));
    assertEquals(all.subList(0, 2), rounded(relevance.windows(2)));
    assertEquals(all, rounded(relevance.windows(100)));
  }

  @Test
  void windowsWithLessThanAHundredthOfTheSeriesBetweenThemAreOne() {
    float[] samples = block(1000, 100, 110, 1);
    Arrays.fill(samples, 119, 129, 1);
    assertEquals(List.of(new Window(100, 129, 1)), Relevance.of(samples).windows(3));
    float[] apart = block(1000, 100, 110, 1);
    Arrays.fill(apart, 120, 130, 1);
    assertEquals(2, Relevance.of(apart).windows(3).size());
  }

  @Test
  void whatLiesBetweenMergedWindowsCountsToo() {
    float[] samples = block(1000, 100, 104, 2);
    Arrays.fill(samples, 104, 106, 0.5f);
    Arrays.fill(samples, 106, 110, 2);
    assertEquals(List.of(new Window(100, 110, 1)), Relevance.of(samples).windows(3));
  }

  @Test
  void withoutEvidenceThereAreNoWindows() {
    assertEquals(List.of(), Relevance.of(new float[100]).windows(3));
    assertEquals(List.of(), Relevance.of().windows(3));
  }

  @Test
  void evenEvidenceIsOneWindow() {
    assertEquals(List.of(new Window(0, 7, 1)), Relevance.of(block(7, 0, 7, 0.1f)).windows(3));
    assertEquals(
        List.of(new Window(0, 7, 1)),
        rounded(Relevance.of(block(7, 0, 7, Float.MIN_VALUE)).windows(3)));
    assertEquals(
        List.of(new Window(0, 7, 1)),
        rounded(Relevance.of(block(7, 0, 7, Float.MAX_VALUE)).windows(3)));
  }

  @ParameterizedTest
  @ValueSource(floats = {-1e-9f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whatIsNoEvidenceIsRefused(float sample) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Relevance.of(0, 1, sample));
    assertEquals("a relevance of " + sample, refusal.getMessage());
  }

  @Test
  void nobodyChangesItAfterwards() {
    float[] samples = {1, 2};
    Relevance relevance = Relevance.of(samples);
    samples[0] = 9;
    relevance.toArray()[1] = 9;
    assertEquals(1, relevance.at(0));
    assertEquals(2, relevance.at(1));
    assertEquals(2, relevance.length());
  }

  private static List<Window> rounded(List<Window> windows) {
    return windows.stream()
        .map(one -> new Window(one.from(), one.to(), Math.round(one.share() * 1e4) / 1e4))
        .toList();
  }
}
