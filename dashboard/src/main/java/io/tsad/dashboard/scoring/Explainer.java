package io.tsad.dashboard.scoring;

import io.tsad.dashboard.models.Model;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.relevance.Relevance;
import io.tsad.runtime.series.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells where in a series a model's evidence lies, for people who look at one series at a time. The
 * last answers are remembered: whoever looks, zooms.
 */
public final class Explainer {
  private static final int REMEMBERED = 16;

  private record Question(String version, String series) {}

  private final Map<Question, Optional<Relevance>> answers = new LinkedHashMap<>();

  /**
   * Where {@code model}'s evidence in {@code series} lies; empty if it cannot tell.
   *
   * @param key tells the series from others
   * @throws TsadException if the model cannot score it
   */
  public synchronized Optional<Relevance> explain(Model model, String key, Series series)
      throws TsadException {
    Question question = new Question(model.version(), key);
    Optional<Relevance> known = answers.get(question);
    if (known == null) {
      known = explain(model, series);
      answers.put(question, known);
      if (answers.size() > REMEMBERED) {
        answers.remove(answers.keySet().iterator().next());
      }
    }
    return known;
  }

  /** The same, not remembered. */
  public static Optional<Relevance> explain(Model model, Series series) throws TsadException {
    Optional<Model.Lease> lease = model.lease();
    if (lease.isEmpty()) {
      return Optional.empty(); // just withdrawn
    }
    try (Model.Lease held = lease.get()) {
      Optional<Detector> detector = held.explainer();
      return detector.isEmpty()
          ? Optional.empty()
          : detector.get().detect(List.of(series)).get(0).relevance();
    }
  }
}
