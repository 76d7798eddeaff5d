package io.tsad.runtime.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a model says of itself. It travels inside the model file, and beside it as {@code
 * card.json}. It names no person, machine, path or time, so that the same training gives the same
 * bytes.
 *
 * @param classes the names of the two classes, not equal, in the order of the probabilities
 * @param positive the class that means <em>anomaly</em>, one of {@code classes}
 * @param length how a series of any length becomes the model's
 * @param threshold from which probability of the positive class on the verdict is <em>anomaly</em>
 * @param inputContract what the training series were like, or empty where nobody measured
 * @param provenance sections that scoring does not need, by name, as JSON values: {@code
 *     architecture}, {@code training}, {@code data}, {@code validation}, {@code libraries}, {@code
 *     parity}, {@code warnings}
 * @param golden series with their expected probabilities
 */
public record ModelCard(
    List<String> classes,
    String positive,
    LengthRule length,
    Threshold threshold,
    Optional<InputContract> inputContract,
    Map<String, Object> provenance,
    List<GoldenSeries> golden) {
  public ModelCard {
    if (Set.copyOf(classes).size() != 2 || classes.size() != 2 || !classes.contains(positive)) {
      throw new IllegalArgumentException("Positive " + positive + " of classes " + classes);
    }
    classes = List.copyOf(classes);
    golden = List.copyOf(golden);
  }

  /** This card with other sections. */
  public ModelCard withProvenance(Map<String, Object> other) {
    return new ModelCard(classes, positive, length, threshold, inputContract, other, golden);
  }

  /** This card with other golden series. */
  public ModelCard withGolden(List<GoldenSeries> other) {
    return new ModelCard(classes, positive, length, threshold, inputContract, provenance, other);
  }

  /** What its training warned of; empty in a card from before there were warnings. */
  public List<Warning> warnings() {
    return Warning.in(provenance.getOrDefault(Contract.WARNINGS, List.of()));
  }

  /** The index of the positive class in {@link #classes()}: 0 or 1. */
  public int positiveIndex() {
    return classes.indexOf(positive);
  }
}
