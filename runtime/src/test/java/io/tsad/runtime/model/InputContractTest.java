package io.tsad.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputContractTest {
  @Test
  void quantilesAreNumPys() {
    // numpy.quantile([9, 1, 4, 16], [0, .01, .05, .25, .5, .75, .95, .99, 1])
    Quantiles q = Quantiles.of(new double[] {9, 1, 4, 16});
    assertEquals(1, q.p0());
    assertEquals(1.09, q.p1(), 1e-12);
    assertEquals(1.45, q.p5(), 1e-12);
    assertEquals(3.25, q.p25(), 1e-12);
    assertEquals(6.5, q.p50(), 1e-12);
    assertEquals(10.75, q.p75(), 1e-12);
    assertEquals(14.95, q.p95(), 1e-12);
    assertEquals(15.79, q.p99(), 1e-12);
    assertEquals(16, q.p100());
  }

  @Test
  void quantilesOfHugeValuesStayFinite() {
    assertEquals(0, Quantiles.of(new double[] {-1e308, 1e308}).p50());
  }

  @Test
  void quantilesOfEqualValuesAreThatValue() {
    double[] values = new double[31];
    Arrays.fill(values, 0.1);
    assertEquals(0.1, Quantiles.of(values).p99());
  }

  @Test
  void theConstantShareCountsStepsThatChangeNothing() {
    assertEquals(0.5, SeriesStatistics.of(new double[] {1, 1, 2, 2, 3}).constantShare());
    assertEquals(1, SeriesStatistics.of(new double[] {5, 5, 5}).constantShare());
    assertEquals(1, SeriesStatistics.of(new double[] {5}).constantShare());
    assertEquals(0, SeriesStatistics.of(new double[] {5}).range());
  }

  @Test
  void whatIsCutOffCountsForTheLengthOnly() {
    SeriesStatistics statistics = SeriesStatistics.of(new double[] {1, 3, 2, 99}, 3);
    assertEquals(4, statistics.length());
    assertEquals(3, statistics.maximum());
    assertEquals(2, statistics.range());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 9, 15, 20.5, -12.4, 32.4})
  void withinTheExtremesOrTheOuterFencesNothingOutlies(double value) {
    // p25 5, p75 15: the outer fences are -25 and 45
    assertFalse(
        Quantiles.of(IntStream.rangeClosed(0, 20).asDoubleStream().toArray()).outlies(value));
    // p25 1, p75 3: the outer fences are -5 and 9, but 100 and -100 were seen
    assertFalse(Quantiles.of(new double[] {-100, 0, 1, 1, 2, 3, 3, 4, 100}).outlies(value));
  }

  @Test
  void beyondBothAValueOutlies() {
    Quantiles fenced = Quantiles.of(IntStream.rangeClosed(0, 20).asDoubleStream().toArray());
    assertFalse(fenced.outlies(45));
    assertTrue(fenced.outlies(45.1));
    assertFalse(fenced.outlies(-25));
    assertTrue(fenced.outlies(-25.1));
    Quantiles extreme = Quantiles.of(new double[] {-100, 0, 1, 1, 2, 3, 3, 4, 100});
    assertFalse(extreme.outlies(100));
    assertTrue(extreme.outlies(100.1));
    assertTrue(extreme.outlies(-100.1));
  }

  @Test
  void hugeQuantilesHaveNoFenceToCross() {
    assertFalse(Quantiles.of(new double[] {-1e308, -1e308, 1e308, 1e308}).outlies(1.7e308));
  }

  private static InputContract training(double[]... series) {
    return InputContract.of(Arrays.stream(series).map(SeriesStatistics::of).toList());
  }

  @Test
  void aSeriesLikeTheTrainingSeriesHasNoDifferences() {
    InputContract training = training(new double[] {0, 1, 2}, new double[] {1, 2, 4});
    assertEquals(List.of(), training.differences(SeriesStatistics.of(new double[] {0, 2, 3}), 3));
  }

  @Test
  void eachDifferenceIsSaidInWords() {
    InputContract training = training(new double[] {0, 870, 2}, new double[] {1, 4.2, 3});
    assertEquals(
        List.of(
            "minimum -4.10e+06, in training 0 to 1",
            "range 4.10e+06, in training 3.2 to 870",
            "share of unchanged steps 0.5, in training always 0"),
        training.differences(SeriesStatistics.of(new double[] {7, 7, -4.1e6}), 3));
  }

  @Test
  void whatDiffersInAFarDigitIsWrittenToThatDigit() {
    assertEquals(
        List.of("minimum 0.9999, in training always 1"),
        training(new double[] {1, 2}, new double[] {1, 2})
            .differences(SeriesStatistics.of(new double[] {0.9999, 2}), 2)
            .subList(0, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5, 6, 7 | 6 | 3 |", // cut to three as all were in training
        "5, 6, 7 | 10 | 10 | length 10, in training 5 to 7", // seen whole, and longer than any
        "5, 6, 7 | 3 | 9 |", // within the outer fences
        "50, 60, 70 | 9 | 50 | length 9, in training always 50", // padded, where none was
        "50, 60, 70 | 80 | 50 |"
      })
  void lengthsAreComparedAsTheModelSeesThem(
      String lengths, int length, int samples, @Nullable String expected) {
    double[][] series =
        Arrays.stream(lengths.split(", "))
            .map(text -> ramp(Integer.parseInt(text)))
            .toArray(double[][]::new);
    assertEquals(
        expected == null ? List.of() : List.of(expected),
        training(series).differences(SeriesStatistics.of(ramp(length), samples), samples).stream()
            .filter(reason -> reason.startsWith("length"))
            .toList());
  }

  private static double[] ramp(int length) {
    return IntStream.range(0, length).asDoubleStream().toArray();
  }

  /** The figure in the documentation. */
  @Test
  void ofRealTestSeriesAtMostThreeInAHundredAreUnlikeTheirTrainingSeries() throws Exception {
    String data = System.getenv("TSAD_TEST_DATA");
    Assumptions.assumeTrue(data != null, "TSAD_TEST_DATA names no folder of real data");
    try (DirectoryStream<Path> sets = Files.newDirectoryStream(Path.of(data, "ucr"))) {
      for (Path set : sets) {
        List<SeriesStatistics> train = ucr(set, "TRAIN");
        List<SeriesStatistics> test = ucr(set, "TEST");
        InputContract contract = InputContract.of(train);
        long unlike =
            test.stream()
                .filter(series -> !contract.differences(series, series.length()).isEmpty())
                .count();
        assertTrue(unlike <= 0.03 * test.size(), set + ": " + unlike + " of " + test.size());
      }
    }
  }

  /** The series of one file: a line each, the class first. */
  private static List<SeriesStatistics> ucr(Path set, String split) throws IOException {
    Path file = set.resolve("%s_%s.tsv.gz".formatted(set.getFileName(), split));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
      return lines
          .lines()
          .map(
              line ->
                  Arrays.stream(line.split("\t", -1))
                      .skip(1)
                      .mapToDouble(Double::parseDouble)
                      .toArray())
          .map(SeriesStatistics::of)
          .toList();
    }
  }
}
