package io.tsad.dashboard.api;

import io.tsad.runtime.relevance.Relevance;
import io.tsad.runtime.relevance.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the evidence lies, as the API tells it. */
final class RelevanceJson {
  private static final int WINDOWS = 3;

  private RelevanceJson() {}

  /** Adds a number per sample the model saw, and the windows; null if the model cannot tell. */
  static void add(Optional<Relevance> relevance, Map<String, Object> fields) {
    fields.put("relevance", relevance.map(Relevance::toArray).orElse(null));
    fields.put("windows", windows(relevance));
  }

  /** The windows with the largest shares, the largest first. */
  static List<Map<String, Object>> windows(Optional<Relevance> relevance) {
    return relevance.map(known -> known.windows(WINDOWS)).orElse(List.of()).stream()
        .map(RelevanceJson::fields)
        .toList();
  }

  private static Map<String, Object> fields(Window window) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", window.from());
    fields.put("to", window.to());
    fields.put("share", window.share());
    return fields;
  }
}
