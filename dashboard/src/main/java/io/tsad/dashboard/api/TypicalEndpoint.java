package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.plot.Envelope;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.ModelCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /api/v1/models/{name}/typical}: the golden series that the model itself finds normal, each
 * scaled to 0 to 1, to lay over another series.
 */
public record TypicalEndpoint(ModelShelf shelf, Thresholds thresholds) {
  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/api/v1/models/{name}/typical", this::typical, Role.VIEWER);
  }

  private void typical(Context ctx) throws ProblemException, StoreException {
    Model model = ChosenModel.named(shelf.shelf(), ctx.pathParam("name"));
    ModelCard card = model.card();
    double threshold = thresholds.of(model);
    List<Map<String, Object>> series = new ArrayList<>();
    for (GoldenSeries golden : card.golden()) {
      if (golden.probabilities().get(card.positiveIndex()) < threshold) {
        series.add(fields(golden.name(), SeriesEndpoint.envelope(ctx, scaled(golden.values()))));
      }
    }
    Json.answer(ctx, Map.of("series", series));
  }

  private static Map<String, Object> fields(String name, Envelope envelope) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("from", envelope.from());
    fields.put("step", envelope.step());
    fields.put("minimum", envelope.minimum());
    fields.put("maximum", envelope.maximum());
    return fields;
  }

  private static double[] scaled(double[] values) {
    Envelope whole = Envelope.of(values, 0, values.length, 1);
    double low = whole.minimum()[0];
    double range = whole.maximum()[0] - low;
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = range == 0 ? 0 : (values[i] - low) / range;
    }
    return scaled;
  }
}
