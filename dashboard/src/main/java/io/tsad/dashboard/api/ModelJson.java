package io.tsad.dashboard.api;

import io.tsad.dashboard.curves.OperatingPoint;
import io.tsad.dashboard.curves.Usefulness;
import io.tsad.dashboard.models.Epoch;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.Shelf;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.EvaluationJson;
import io.tsad.runtime.evaluation.Scored;
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
    fields.put("positive", evaluation.positiveClass());
    fields.put("threshold", evaluation.threshold());
    fields.putAll(EvaluationJson.headline(evaluation));
    fields.put("inForce", inForce(evaluation, inForce));
    fields.put(
        "files",
        evaluation.scored().stream().map(one -> file(one, evaluation.positive())).toList());
    return fields;
  }

  private static Map<String, Object> inForce(Evaluation evaluation, double threshold) {
    OperatingPoint point = OperatingPoint.of(evaluation, threshold);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("threshold", threshold);
    fields.put("accuracy", EvaluationJson.estimate(point.accuracy()));
    fields.put("balancedAccuracy", EvaluationJson.estimate(point.balancedAccuracy()));
    fields.putAll(EvaluationJson.confusion(point.confusion()));
    return fields;
  }

  private static Map<String, Object> file(Scored file, int positive) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", file.name());
    fields.put("anomaly", file.label() == positive);
    fields.put("probability", file.probability(positive));
    return fields;
  }
}
