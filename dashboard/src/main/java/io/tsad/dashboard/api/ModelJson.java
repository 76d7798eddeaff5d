package io.tsad.dashboard.api;

import io.tsad.dashboard.curves.Confusion;
import io.tsad.dashboard.curves.OperatingPoint;
import io.tsad.dashboard.curves.Usefulness;
import io.tsad.dashboard.models.Epoch;
import io.tsad.dashboard.models.Estimate;
import io.tsad.dashboard.models.Evaluation;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.Shelf;
import io.tsad.runtime.model.ModelCard;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Models as the API tells of them. */
final class ModelJson {
  private ModelJson() {}

  /**
   * What lists say.
   *
   * @param threshold in force
   */
  static Map<String, Object> summary(Model model, boolean active, double threshold) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", model.name());
    fields.put("version", model.version());
    fields.put("active", active);
    fields.put("threshold", threshold);
    fields.put("doubt", doubt(model, threshold));
    fields.put("provider", model.provider().name());
    fields.put("selfTest", model.selfTest().inWords());
    return fields;
  }

  /** Why the model may be no better than none, or null. */
  private static @Nullable String doubt(Model model, double threshold) {
    return model
        .training()
        .evaluation()
        .map(evaluation -> Usefulness.of(evaluation, threshold))
        .filter(Usefulness::isDoubtful)
        .map(Usefulness::inWords)
        .orElse(null);
  }

  static Map<String, Object> problem(Shelf.Problem problem) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", problem.model());
    fields.put("problem", problem.message());
    fields.put("serving", problem.serving());
    return fields;
  }

  /** The card without golden series, and how training went. */
  static Map<String, Object> details(Model model, boolean active, double threshold) {
    ModelCard card = model.card();
    Map<String, Object> fields = summary(model, active, threshold);
    fields.put("classes", card.classes());
    fields.put("positive", card.positive());
    fields.put("length", card.length().samples());
    fields.put("pad", card.length().pad());
    fields.put(
        "cardThreshold",
        Map.of("value", card.threshold().value(), "method", card.threshold().method()));
    fields.putAll(card.provenance());
    card.inputContract().ifPresent(contract -> fields.put("inputContract", contract.toMap()));
    fields.put("epochs", model.training().epochs().stream().map(ModelJson::epoch).toList());
    return fields;
  }

  private static Map<String, Object> epoch(Epoch epoch) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("epoch", epoch.epoch());
    fields.put("series", epoch.series());
    fields.put("trainLoss", epoch.trainLoss());
    fields.put("trainAccuracy", epoch.trainAccuracy());
    fields.put("validationAccuracy", epoch.validationAccuracy());
    fields.put("seconds", epoch.seconds());
    return fields;
  }

  /**
   * What the training left, and what of it is otherwise at the threshold in force.
   *
   * @param inForce that threshold
   */
  static Map<String, Object> evaluation(Evaluation evaluation, double inForce) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("classes", evaluation.classes());
    fields.put("positive", evaluation.positive());
    fields.put("threshold", evaluation.threshold());
    fields.put("accuracy", estimate(evaluation.accuracy()));
    fields.put("balancedAccuracy", estimate(evaluation.balancedAccuracy()));
    fields.put("auc", estimate(evaluation.auc()));
    fields.put("averagePrecision", estimate(evaluation.averagePrecision()));
    fields.put("inForce", inForce(evaluation, inForce));
    fields.put("files", evaluation.files().stream().map(ModelJson::file).toList());
    return fields;
  }

  private static Map<String, Object> inForce(Evaluation evaluation, double threshold) {
    OperatingPoint point = OperatingPoint.of(evaluation, threshold);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("threshold", threshold);
    fields.put("accuracy", estimate(point.accuracy()));
    fields.put("balancedAccuracy", estimate(point.balancedAccuracy()));
    fields.putAll(confusion(point.confusion()));
    return fields;
  }

  static Map<String, Object> confusion(Confusion confusion) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("truePositives", confusion.truePositives());
    fields.put("falsePositives", confusion.falsePositives());
    fields.put("falseNegatives", confusion.falseNegatives());
    fields.put("trueNegatives", confusion.trueNegatives());
    return fields;
  }

  static Map<String, Object> estimate(Estimate estimate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("value", estimate.value());
    fields.put("low", estimate.low());
    fields.put("high", estimate.high());
    return fields;
  }

  private static Map<String, Object> file(Evaluation.Scored file) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", file.name());
    fields.put("anomaly", file.anomaly());
    fields.put("probability", file.probability());
    return fields;
  }
}
