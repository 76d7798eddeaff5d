package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;

/** The {@code id} in a path. */
public final class EntryId {
  private EntryId() {}

  /** The number; what is none names no entry. */
  static long of(Context ctx) throws ProblemException {
    try {
      return Long.parseLong(ctx.pathParam("id"));
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  /** The entry it names. */
  public static Entry find(Context ctx, History history) throws ProblemException, StoreException {
    return history.find(of(ctx)).orElseThrow(EntryId::unknown);
  }

  static ProblemException unknown() {
    return new Problem(404, "There is no verdict of this id", "See /api/v1/verdicts").exception();
  }
}
