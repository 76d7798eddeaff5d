package io.tsad.dashboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShortNumberTest {
  private final ShortNumber brief = new ShortNumber();

  @Test
  void anEstimateHasNoDigitsThatItCannotKnow() {
    assertEquals("0.88", brief.estimate(0.87975));
    assertEquals("0.00272", brief.estimate(0.0027248));
    assertEquals("10.8", brief.estimate(10.79));
    assertEquals("1235", brief.estimate(1234.6));
    assertEquals("0", brief.estimate(0));
    assertEquals("1", brief.estimate(1));
  }

  @Test
  void aThresholdHasFourDecimalsUnlessItTakesMoreToTellItFromZeroAndOne() {
    assertEquals("0.4379", brief.threshold(0.4379262924194336));
    assertEquals("0.5000", brief.threshold(0.5));
    assertEquals("0.99999994", brief.threshold(0.99999994));
    assertEquals("0.0000012", brief.threshold(0.0000012345));
    assertEquals("0.0000", brief.threshold(0));
    assertEquals("1.0000", brief.threshold(1));
  }

  @Test
  void aMeasurementKeepsFive() {
    assertEquals("19.507", brief.of(19.50689));
    assertEquals("3653", brief.of(3653));
    assertEquals("1.9636e+06", brief.of(1963649.5));
  }
}
