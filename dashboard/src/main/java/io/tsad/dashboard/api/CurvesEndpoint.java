package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.curves.Curve;
import io.tsad.dashboard.curves.Histogram;
import io.tsad.dashboard.curves.OperatingPoint;
import io.tsad.dashboard.curves.ValidationScores;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.EvaluationJson;
import io.tsad.runtime.evaluation.Reliability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /api/v1/models/{name}/curves} and {@code /operating-point}: the stored validation of a
 * model at all thresholds, and at one.
 */
public record CurvesEndpoint(ModelShelf shelf, Thresholds thresholds) {
  /** Adds them to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/api/v1/models/{name}/curves", this::curves, Role.VIEWER);
    routes.get("/api/v1/models/{name}/operating-point", this::operatingPoint, Role.VIEWER);
  }

  private void curves(Context ctx) throws ProblemException {
    Evaluation evaluation = ModelsEndpoint.evaluation(model(ctx));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("roc", points(Curve.roc(evaluation)));
    fields.put("rocOfNormal", points(Curve.rocOfNormal(evaluation)));
    fields.put("precisionRecall", points(Curve.precisionRecall(evaluation)));
    Histogram histogram = Histogram.of(ValidationScores.of(evaluation));
    fields.put(
        "histogram", Map.of("anomaly", histogram.anomalies(), "normal", histogram.normals()));
    Reliability reliability = evaluation.reliability();
    fields.put("expectedCalibrationError", reliability.expectedCalibrationError());
    fields.put("reliability", reliability.bins().stream().map(CurvesEndpoint::bin).toList());
    Json.answer(ctx, fields);
  }

  private static Map<String, Object> bin(Reliability.Bin bin) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("probability", bin.probability());
    fields.put("anomalies", bin.positives());
    fields.put("count", bin.series());
    return fields;
  }

  /** As lists of x and y. */
  private static List<List<Double>> points(Curve curve) {
    return curve.points().stream().map(point -> List.of(point.x(), point.y())).toList();
  }

  private void operatingPoint(Context ctx) throws Exception {
    Model model = model(ctx);
    ExplorerQuery query = ExplorerQuery.of(ctx);
    OperatingPoint point = query.point(scores(model), thresholds.of(model));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("threshold", point.threshold());
    fields.putAll(EvaluationJson.confusion(point.confusion()));
    fields.put("accuracy", EvaluationJson.estimate(point.accuracy()));
    fields.put("balancedAccuracy", EvaluationJson.estimate(point.balancedAccuracy()));
    fields.put("falsePositiveRate", EvaluationJson.estimate(point.falsePositiveRate()));
    fields.put("recall", EvaluationJson.estimate(point.recall()));
    fields.put("precision", EvaluationJson.estimate(point.precision()));
    fields.put("falseAlarmsPerDay", EvaluationJson.estimate(point.falseAlarmsPerDay()));
    fields.put("alarmsPerDay", EvaluationJson.estimate(point.alarmsPerDay()));
    Json.answer(ctx, fields);
  }

  private Model model(Context ctx) throws ProblemException {
    return ChosenModel.named(shelf.shelf(), ctx.pathParam("name"));
  }

  private static ValidationScores scores(Model model) throws ProblemException {
    return ValidationScores.of(ModelsEndpoint.evaluation(model));
  }
}
