package io.tsad.trainer.training;

import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.evaluation.Scored;
import io.tsad.runtime.model.Threshold;
import io.tsad.trainer.export.CalibratedNodes;
import io.tsad.trainer.export.ModelNodes;
import io.tsad.trainer.threshold.Calibration;
import io.tsad.trainer.threshold.ThresholdChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fitted model with what was chosen on series it was not fitted to.
 *
 * @param positive index of the positive class
 * @param calibration of its probabilities, if they are calibrated
 * @param chosenOn how many series that was; 0 if nothing was chosen
 * @param leftOut the training series as models say that were fitted to all others; empty where
 *     fitting does not give that
 */
record CalibratedModel(
    FittedModel fitted,
    int positive,
    Optional<Calibration> calibration,
    Threshold threshold,
    int chosenOn,
    List<Scored> leftOut) {
  /**
   * Calibrates a model and chooses its threshold: on scores of its training series by models that
   * were not fitted to them, where fitting gives those, else on series held back.
   */
  static CalibratedModel of(
      FittedModel fitted,
      HeldBack split,
      int positive,
      CalibrationMethod method,
      ThresholdChoice choice) {
    Optional<double[]> leftOut = fitted.leftOut();
    List<LabelledSeries> unseen = leftOut.isPresent() ? split.train() : split.held();
    if (unseen.isEmpty()) {
      double value = choice.fixed().orElse(0.5);
      return new CalibratedModel(
          fitted, positive, Optional.empty(), new Threshold(value, choice.name()), 0, List.of());
    }
    List<double[]> raw = unseen.stream().map(LabelledSeries::values).toList();
    Optional<Calibration> calibration = Optional.empty();
    List<float[]> rows;
    if (method == CalibrationMethod.NONE && leftOut.isEmpty()) {
      rows = fitted.probabilities(raw);
    } else {
      double[] margins = leftOut.orElseGet(() -> fitted.margins(raw, positive));
      boolean[] positives = new boolean[unseen.size()];
      for (int i = 0; i < positives.length; i++) {
        positives[i] = unseen.get(i).label() == positive;
      }
      calibration = method.fit(margins, positives);
      rows = rows(margins, positive, calibration.orElse(Calibration.NONE));
    }
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      LabelledSeries one = unseen.get(i);
      scored.add(Scored.of(one.name(), one.label(), rows.get(i)[0], rows.get(i)[1]));
    }
    double value = choice.threshold(scored, positive);
    return new CalibratedModel(
        fitted,
        positive,
        calibration,
        new Threshold(value, choice.name()),
        unseen.size(),
        leftOut.isPresent() ? scored : List.of());
  }

  /** Scores raw series: one row per series, one probability per class. */
  List<float[]> probabilities(List<double[]> raw) {
    return calibration
        .map(one -> rows(fitted.margins(raw, positive), positive, one))
        .orElseGet(() -> fitted.probabilities(raw));
  }

  /** What the exported graph computes it with. */
  ModelNodes nodes() {
    ModelNodes nodes = fitted.nodes();
    return calibration
        .<ModelNodes>map(one -> new CalibratedNodes(nodes, one, positive))
        .orElse(nodes);
  }

  /** Probabilities of margins as they are. */
  static List<float[]> uncalibrated(double[] margins, int positive) {
    return rows(margins, positive, Calibration.NONE);
  }

  private static List<float[]> rows(double[] margins, int positive, Calibration calibration) {
    List<float[]> rows = new ArrayList<>(margins.length);
    for (double margin : margins) {
      float[] row = new float[2];
      row[positive] = calibration.probability(margin);
      row[1 - positive] = 1 - row[positive];
      rows.add(row);
    }
    return rows;
  }
}
