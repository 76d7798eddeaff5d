package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.config.Settings.Keep;
import io.tsad.dashboard.history.ScoredSeries.Origin;
import io.tsad.dashboard.intake.Intake;
import io.tsad.dashboard.intake.Order;
import io.tsad.dashboard.intake.Outcome;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.scoring.Explainer;
import io.tsad.dashboard.upload.SeriesUpload;
import io.tsad.dashboard.web.BodyStream;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.series.Column;
import io.tsad.runtime.series.SeriesCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** {@code POST /api/v1/score}. */
public record ScoreEndpoint(
    ModelShelf shelf, Intake intake, SeriesUpload upload, BodyStream body, Keep keep) {
  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.post("/api/v1/score", this::score, Role.OPERATOR);
  }

  private void score(Context ctx) throws Exception {
    Body kind = Body.of(ctx);
    Model model = ChosenModel.of(shelf.shelf(), Parameter.of(ctx, "model"));
    Order order = new Order(model, Origin.API, Caller.of(ctx).name(), keep == Keep.ALL);
    boolean relevance = Parameter.of(ctx, "relevance").isTrue();
    List<Map<String, Object>> results = new ArrayList<>();
    List<Outcome.Refused> refused = new ArrayList<>();
    try (SeriesCursor cursor = open(ctx, kind)) {
      intake.score(
          cursor,
          order,
          outcome -> {
            Map<String, Object> result = OutcomeJson.of(outcome);
            if (outcome instanceof Outcome.Refused fault) {
              refused.add(fault);
            } else if (relevance && outcome instanceof Outcome.Scored scored) {
              RelevanceJson.add(Explainer.explain(model, scored.scored().series()), result);
            }
            results.add(result);
          });
    }
    if (kind.many()) {
      Json.answer(ctx, Map.of("results", results));
    } else if (!refused.isEmpty()) {
      throw refused.get(0).fault();
    } else {
      Json.answer(ctx, results.get(0));
    }
  }

  private SeriesCursor open(Context ctx, Body kind) throws Exception {
    String name = Parameter.of(ctx, "name").text();
    Column column = Parameter.of(ctx, "column").column();
    return switch (kind) {
      case JSON -> SeriesCursor.of(upload.readJson(body.of(ctx), name));
      case ARCHIVE, SERIES -> upload.open(body.of(ctx), name, column);
      case FORM -> {
        BodyStream.refusePacked(ctx);
        List<UploadedFile> files = ctx.uploadedFiles();
        if (files.isEmpty()) {
          throw new Problem(400, "The form has no file", "Send each series as a file part")
              .exception();
        }
        intake.refuseMoreThanAllowed(files.size());
        yield new FormCursor(files.iterator(), upload, column);
      }
    };
  }

  /** What a request's body is. */
  private enum Body {
    FORM,
    JSON,
    ARCHIVE,
    SERIES;

    static Body of(Context ctx) throws ProblemException {
      // The header itself: the container refuses to tell a type whose charset it does not know.
      String type = Objects.requireNonNullElse(ctx.header("Content-Type"), "");
      return switch (type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
        case "multipart/form-data" -> FORM;
        case "application/json" -> JSON;
        case "application/zip", "application/x-npz" -> ARCHIVE;
        case "application/octet-stream",
            "application/x-npy",
            "text/csv",
            "text/tab-separated-values",
            "text/plain" ->
            SERIES;
        default ->
            throw new Problem(
                    415,
                    "The content type is none that can be scored",
                    "Send multipart/form-data, application/x-npy, application/x-npz, text/csv,"
                        + " text/tab-separated-values or application/json")
                .exception();
      };
    }

    /** Whether it may hold many series, and is answered by a list. */
    boolean many() {
      return this == FORM || this == ARCHIVE;
    }
  }
}
