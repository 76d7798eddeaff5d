package io.tsad.dashboard.api;

import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.history.Judgement;
import io.tsad.dashboard.history.ScoredSeries;
import io.tsad.runtime.detect.Flag;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A verdict as the API tells it. */
public final class VerdictJson {
  private VerdictJson() {}

  /** {@code entry} as JSON object, as {@code openapi.yaml} describes it. */
  public static Map<String, Object> of(Entry entry) {
    ScoredSeries scored = entry.scored();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", entry.id());
    fields.put("name", scored.name());
    fields.put("verdict", scored.verdict().toString());
    fields.put("probability", scored.probability());
    fields.put("threshold", scored.threshold());
    fields.put("flags", scored.flags().stream().map(Flag::toString).toList());
    fields.put("model", scored.model());
    fields.put("version", scored.version());
    fields.put("samples", scored.samples());
    fields.put("time", scored.time().toString());
    fields.put("origin", scored.origin().name().toLowerCase(Locale.ROOT));
    fields.put("operator", scored.operator());
    Judgement judgement = entry.judgement();
    fields.put("judgement", judgement == null ? null : judgement.name().toLowerCase(Locale.ROOT));
    return fields;
  }
}
