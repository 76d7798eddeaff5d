package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.Judgement;
import io.tsad.dashboard.history.Mark;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/verdicts/{id}/mark}: what operators say of a verdict. */
public record MarkEndpoint(History history, InstantSource clock) {
  private static final String PATH = "/api/v1/verdicts/{id}/mark";

  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get(PATH, ctx -> answer(ctx, EntryId.of(ctx)), Role.VIEWER);
    routes.put(PATH, this::put, Role.OPERATOR);
    routes.delete(PATH, ctx -> mark(ctx, null), Role.OPERATOR);
  }

  private void put(Context ctx) throws ProblemException, StoreException {
    Judgement judgement = Parameter.of(ctx, "judgement").choice(Judgement.class);
    if (judgement == null) {
      throw new Problem(400, "There is no judgement", "Give judgement=right or judgement=wrong")
          .exception();
    }
    mark(ctx, judgement);
  }

  private void mark(Context ctx, @Nullable Judgement judgement)
      throws ProblemException, StoreException {
    long id = EntryId.of(ctx);
    if (!history.record(new Mark(id, clock.instant(), Caller.of(ctx).name(), judgement))) {
      throw EntryId.unknown();
    }
    answer(ctx, id);
  }

  private void answer(Context ctx, long id) throws ProblemException, StoreException {
    if (history.find(id).isEmpty()) {
      throw EntryId.unknown();
    }
    List<Mark> marks = history.marks(id);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("judgement", marks.isEmpty() ? null : text(marks.get(0).judgement()));
    fields.put("marks", marks.stream().map(MarkEndpoint::fields).toList());
    Json.answer(ctx, fields);
  }

  private static Map<String, Object> fields(Mark mark) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", mark.time().toString());
    fields.put("operator", mark.operator());
    fields.put("judgement", text(mark.judgement()));
    return fields;
  }

  private static @Nullable String text(@Nullable Judgement judgement) {
    return judgement == null ? null : judgement.name().toLowerCase(Locale.ROOT);
  }
}
