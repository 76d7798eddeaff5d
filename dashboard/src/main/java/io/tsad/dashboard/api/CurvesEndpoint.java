package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.curves.Curve;
import io.tsad.dashboard.curves.Histogram;
import io.tsad.dashboard.curves.OperatingPoint;
import io.tsad.dashboard.curves.Reliability;
import io.tsad.dashboard.curves.ValidationScores;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
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
    ValidationScores scores = scores(model(ctx));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("roc", points(Curve.roc(scores)));
    fields.put("rocOfNormal", points(Curve.rocOfNormal(scores)));
    fields.put("precisionRecall", points(Curve.precisionRecall(scores)));
    Histogram histogram = Histogram.of(scores);
    fields.put(
        "histogram", Map.of("anomaly", histogram.anomalies(), "normal", histogram.normals()));
    Reliability reliability = Reliability.of(scores);
    fields.put("expectedCalibrationError", reliability.expectedCalibrationError());
    fields.put("reliability", reliability.bins().stream().map(CurvesEndpoint::bin).toList());
    Json.answer(ctx, fields);
  }

  private static Map<String, Object> bin(Reliability.Bin bin) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("probability", bin.probability());
    fields.put("anomalies", bin.anomalies());
    fields.put("count", bin.count());
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
    fields.putAll(ModelJson.confusion(point.confusion()));
    fields.put("accuracy", ModelJson.estimate(point.accuracy()));
    fields.put("balancedAccuracy", ModelJson.estimate(point.balancedAccuracy()));
    fields.put("falsePositiveRate", ModelJson.estimate(point.falsePositiveRate()));
    fields.put("recall", ModelJson.estimate(point.recall()));
    fields.put("precision", ModelJson.estimate(point.precision()));
    fields.put("falseAlarmsPerDay", ModelJson.estimate(point.falseAlarmsPerDay()));
    fields.put("alarmsPerDay", ModelJson.estimate(point.alarmsPerDay()));
    Json.answer(ctx, fields);
  }

  private Model model(Context ctx) throws ProblemException {
    return ChosenModel.named(shelf.shelf(), ctx.pathParam("name"));
  }

  private static ValidationScores scores(Model model) throws ProblemException {
    return ValidationScores.of(ModelsEndpoint.evaluation(model));
  }
}
