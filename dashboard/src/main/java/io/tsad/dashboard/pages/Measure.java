package io.tsad.dashboard.pages;

import io.tsad.runtime.model.InputContract;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.Quantiles;
import io.tsad.runtime.model.SeriesStatistics;
import java.util.List;

/**
 * A measure of a series beside that of the series its model learned from.
 *
 * @param name a key of messages
 * @param unlike whether it lies far outside
 */
public record Measure(String name, double value, Quantiles training, boolean unlike) {
  /** All that the card tells of; none where it tells of nothing. */
  static List<Measure> of(ModelCard card, double[] values) {
    SeriesStatistics series = SeriesStatistics.of(values, card.length().samples());
    return card.inputContract().map(contract -> of(contract, series)).orElse(List.of());
  }

  private static List<Measure> of(InputContract contract, SeriesStatistics series) {
    return List.of(
        // Cutting is no difference: the model sees no more of a longer series.
        new Measure("measure.length", series.length(), contract.length(), false),
        of("measure.minimum", series.minimum(), contract.minimum()),
        of("measure.maximum", series.maximum(), contract.maximum()),
        of("measure.range", series.range(), contract.range()),
        of("measure.constant", series.constantShare(), contract.constantShare()));
  }

  private static Measure of(String name, double value, Quantiles training) {
    return new Measure(name, value, training, training.outlies(value));
  }
}
