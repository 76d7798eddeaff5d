package io.tsad.dashboard.pages;

import io.tsad.dashboard.curves.OperatingPoint;
import io.tsad.dashboard.curves.Usefulness;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.Shelf;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.store.StoreException;
import io.tsad.runtime.evaluation.Evaluation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model as tables of models have it.
 *
 * @param active whether it scores where none is named
 * @param threshold in force; all that depends on one is at this
 * @param evaluation of its training, or null
 * @param point what the stored validation says of that threshold, or null
 * @param use whether it is better than none, or null where nothing is known
 */
public record ModelRow(
    Model model,
    boolean active,
    double threshold,
    @Nullable Evaluation evaluation,
    @Nullable OperatingPoint point,
    @Nullable Usefulness use) {
  static ModelRow of(Model model, Shelf shelf, Thresholds thresholds) throws StoreException {
    double threshold = thresholds.of(model);
    Evaluation evaluation = model.training().evaluation().orElse(null);
    return new ModelRow(
        model,
        shelf.isActive(model),
        threshold,
        evaluation,
        evaluation == null ? null : OperatingPoint.of(evaluation, threshold),
        evaluation == null ? null : Usefulness.of(evaluation, threshold));
  }

  /** The threshold of the training, from which {@link #threshold} may have been moved. */
  public double trained() {
    return model.card().threshold().value();
  }

  /** Whether it may be no better than none. */
  public boolean isDoubtful() {
    return use != null && use.isDoubtful();
  }

  /** The name of its architecture, or a dash. */
  public String architecture() {
    return model.card().provenance().get("architecture") instanceof Map<?, ?> known
        ? String.valueOf(known.get("name"))
        : "–";
  }
}
