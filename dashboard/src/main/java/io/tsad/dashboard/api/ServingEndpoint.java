package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.models.Shelf;
import io.tsad.dashboard.scoring.Serving;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.TsadException;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/serving}: which model scores where none is named, and who chose it when. */
public record ServingEndpoint(ModelShelf shelf, Serving serving) {
  private static final String PATH = "/api/v1/serving";

  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get(PATH, this::answer, Role.VIEWER);
    routes.put(PATH, this::put, Role.OPERATOR);
  }

  private void put(Context ctx) throws ProblemException, TsadException {
    choose(shelf, Parameter.of(ctx, "model"), Caller.of(ctx).name());
    answer(ctx);
  }

  private void answer(Context ctx) throws StoreException {
    Json.answer(ctx, ServingJson.of(shelf.shelf(), serving.changes()));
  }

  /** Lets the model that {@code name} names serve. */
  public static void choose(ModelShelf shelf, Parameter name, @Nullable String operator)
      throws ProblemException, TsadException {
    if (name.text() == null) {
      throw new Problem(400, "There is no model", "Give the name of one with the parameter model")
          .exception();
    }
    if (!shelf.choose(ChosenModel.named(shelf.shelf(), name.text()), operator)) {
      Shelf.Chosen chosen = shelf.shelf().chosen();
      boolean setting = chosen != null && chosen.by() == Shelf.By.SETTING;
      throw new Problem(
              409,
              setting
                  ? "The setting model names the model that serves"
                  : "models/current leads to the model that serves",
              setting
                  ? "Change the setting and start again, or remove it to choose here"
                  : "Move that link, or remove it to choose here")
          .exception();
    }
  }
}
