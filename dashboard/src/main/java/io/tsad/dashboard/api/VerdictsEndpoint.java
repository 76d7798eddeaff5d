package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.Judgement;
import io.tsad.dashboard.history.Page;
import io.tsad.dashboard.history.Search;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.detect.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /api/v1/verdicts}. */
public record VerdictsEndpoint(History history) {
  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/api/v1/verdicts", this::search, Role.VIEWER);
    routes.get("/api/v1/verdicts/{id}", this::find, Role.VIEWER);
  }

  private void search(Context ctx) throws Exception {
    Page page =
        history.search(
            new Search(
                Parameter.of(ctx, "text").text(),
                Parameter.of(ctx, "verdict").choice(Verdict.class),
                Parameter.of(ctx, "model").text(),
                Parameter.of(ctx, "judgement").choice(Judgement.class),
                Parameter.of(ctx, "from").time(),
                Parameter.of(ctx, "to").time(),
                Parameter.of(ctx, "before").number(1, Long.MAX_VALUE, Long.MAX_VALUE),
                (int) Parameter.of(ctx, "limit").number(1, Search.MOST, 100)));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("verdicts", page.entries().stream().map(VerdictJson::of).toList());
    answer.put("more", page.more());
    Json.answer(ctx, answer);
  }

  private void find(Context ctx) throws Exception {
    Json.answer(ctx, VerdictJson.of(EntryId.find(ctx, history)));
  }
}
