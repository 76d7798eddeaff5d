package io.tsad.dashboard.pages;

import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.runtime.detect.Verdict;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.series.Series;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Series to try a model with: from the golden ones in its card, one for each verdict it gives now.
 */
final class Examples {
  private Examples() {}

  /** The verdicts there is an example of. */
  static List<Verdict> of(Model model, double threshold) {
    return Stream.of(Verdict.values())
        .filter(verdict -> find(model, verdict, threshold).isPresent())
        .toList();
  }

  /** The example of the verdict of this name. */
  static Series find(Model model, String verdict, double threshold) throws ProblemException {
    return Stream.of(Verdict.values())
        .filter(known -> known.toString().equals(verdict))
        .findFirst()
        .flatMap(known -> find(model, known, threshold))
        .map(golden -> new Series("example-" + verdict, golden.values()))
        .orElseThrow(
            () ->
                new Problem(404, "This model has no such example", "Choose a file of yours")
                    .exception());
  }

  private static Optional<GoldenSeries> find(Model model, Verdict verdict, double threshold) {
    return model.card().golden().stream()
        .filter(
            golden -> isAnomaly(model.card(), golden, threshold) == (verdict == Verdict.ANOMALY))
        .findFirst();
  }

  private static boolean isAnomaly(ModelCard card, GoldenSeries golden, double threshold) {
    return golden.probabilities().get(card.positiveIndex()) >= threshold;
  }
}
