package io.tsad.runtime.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Evaluation} as the text of {@code evaluation.json}: the same bytes for the same
 * evaluation.
 *
 * <p>Numbers are the shortest decimals that read back as the same float (probabilities and the
 * curves' thresholds) or double (all else). JSON has no infinity: the first threshold of each
 * curve, which no series reaches, is {@code null}. {@code label} is the class's name; {@code
 * probability} and {@code classes} have the same order.
 */
public final class EvaluationJson {
  static final int VERSION = 1;

  // Jackson's own number writer, because Double.toString is not always the shortest before JDK 19
  // (JDK-4511638).
  private static final JSON JSON_WRITER =
      JSON.builder(JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build())
          .enable(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES)
          .build();

  private EvaluationJson() {}

  /** The text, with a line feed at its end. */
  public static String text(Evaluation evaluation, BaselineAccuracy baselines) {
    try {
      return JSON_WRITER.asString(fields(evaluation, baselines)).replace("\r\n", "\n") + "\n";
    } catch (IOException impossible) { // nothing is read or written
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * The figures people quote, each with its 95 % interval: {@code value}, {@code low}, {@code
   * high}.
   */
  public static Map<String, Object> headline(Evaluation evaluation) {
    Headline headline = evaluation.headline();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("accuracy", estimate(headline.accuracy()));
    fields.put("balancedAccuracy", estimate(headline.balancedAccuracy()));
    fields.put("auc", estimate(headline.auc()));
    fields.put("averagePrecision", estimate(headline.averagePrecision()));
    return fields;
  }

  private static Map<String, Object> fields(Evaluation evaluation, BaselineAccuracy baselines) {
    ConfusionMatrix confusion = evaluation.confusion();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", VERSION);
    fields.put("classes", evaluation.classes());
    fields.put("positive", evaluation.positiveClass());
    fields.put("threshold", evaluation.threshold());
    fields.put("series", evaluation.scored().size());
    fields.put("confusion", confusion(confusion));
    fields.putAll(headline(evaluation));
    fields.put("precision", confusion.precision());
    fields.put("recall", confusion.recall());
    fields.put("f1", confusion.f1());
    fields.put("baselines", baselines(baselines));
    fields.put("reliability", reliability(evaluation.reliability()));
    fields.put("bootstrap", bootstrap(evaluation.intervals()));
    Map<String, Object> roc = new LinkedHashMap<>();
    for (int i = 0; i < evaluation.classes().size(); i++) {
      roc.put(evaluation.classes().get(i), roc(evaluation.roc().get(i)));
    }
    fields.put("roc", roc);
    fields.put("precisionRecall", precisionRecall(evaluation.precisionRecall()));
    fields.put(
        "files",
        evaluation.scored().stream().map(scored -> file(scored, evaluation.classes())).toList());
    return fields;
  }

  private static Map<String, Object> baselines(BaselineAccuracy baselines) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("majority", Map.of("accuracy", baselines.majority()));
    fields.put("1nn-dtw", Map.of("accuracy", baselines.nearestNeighbour()));
    return fields;
  }

  /** The counts by name. */
  public static Map<String, Object> confusion(ConfusionMatrix confusion) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("truePositives", confusion.truePositives());
    fields.put("falsePositives", confusion.falsePositives());
    fields.put("falseNegatives", confusion.falseNegatives());
    fields.put("trueNegatives", confusion.trueNegatives());
    return fields;
  }

  /** A figure and the ends of its interval by name. */
  public static Map<String, Object> estimate(Estimate estimate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("value", estimate.value());
    fields.put("low", estimate.low());
    fields.put("high", estimate.high());
    return fields;
  }

  private static Map<String, Object> reliability(Reliability reliability) {
    List<Reliability.Bin> bins = reliability.bins();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("expectedCalibrationError", reliability.expectedCalibrationError());
    fields.put("series", bins.stream().mapToInt(Reliability.Bin::series).toArray());
    fields.put("probability", column(bins, Reliability.Bin::probability));
    fields.put("positives", column(bins, Reliability.Bin::positives));
    return fields;
  }

  private static Map<String, Object> bootstrap(BootstrapIntervals intervals) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", "stratified percentile");
    fields.put("confidence", Interval.CONFIDENCE);
    fields.put("resamples", intervals.resamples());
    fields.put("seed", intervals.seed());
    return fields;
  }

  private static Map<String, Object> roc(RocCurve curve) {
    List<RocCurve.Point> points = curve.points();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("auc", curve.auc());
    fields.put("threshold", thresholds(points.stream().map(RocCurve.Point::threshold).toList()));
    fields.put("falsePositiveRate", column(points, RocCurve.Point::falsePositiveRate));
    fields.put("truePositiveRate", column(points, RocCurve.Point::truePositiveRate));
    return fields;
  }

  private static Map<String, Object> precisionRecall(PrCurve curve) {
    List<PrCurve.Point> points = curve.points();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("threshold", thresholds(points.stream().map(PrCurve.Point::threshold).toList()));
    fields.put("recall", column(points, PrCurve.Point::recall));
    fields.put("precision", column(points, PrCurve.Point::precision));
    return fields;
  }

  private static @Nullable Float[] thresholds(List<Float> thresholds) {
    return thresholds.stream()
        .map(threshold -> threshold.isInfinite() ? null : threshold)
        .toArray(Float[]::new);
  }

  private static <P> double[] column(List<P> points, ToDoubleFunction<P> value) {
    return points.stream().mapToDouble(value).toArray();
  }

  private static Map<String, Object> file(Scored scored, List<String> classes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", scored.name());
    fields.put("label", classes.get(scored.label()));
    fields.put("probability", scored.probability());
    return fields;
  }
}
