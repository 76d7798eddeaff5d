package io.tsad.dashboard.api;

import io.tsad.dashboard.intake.Outcome;
import io.tsad.dashboard.web.Problem;
import io.tsad.runtime.series.InvalidSeriesException;
import java.util.Map;

/** What became of a series, as pages' scripts and the API's clients are told. */
public final class OutcomeJson {
  private OutcomeJson() {}

  /** A verdict, or the series' name and a problem. */
  public static Map<String, Object> of(Outcome outcome) {
    if (outcome instanceof Outcome.Scored scored) {
      return VerdictJson.of(scored.scored().entry());
    }
    InvalidSeriesException fault = ((Outcome.Refused) outcome).fault();
    return Map.of("name", fault.subject(), "problem", Problem.of(422, fault).toMap());
  }
}
