package io.tsad.dataset.generate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a generated series. */
@SuppressWarnings("ImmutableEnumChecker") // stateless functions
public enum AnomalyKind {
  SPIKES(Displacements::spikes),
  LEVEL_SHIFT(Displacements::levelShift),
  DRIFT(Displacements::drift),
  TREND_BREAK(Displacements::trendBreak),
  SHOCK(Displacements::shock),
  TRANSIENT_OSCILLATION(Displacements::oscillation),
  WANDERING(Displacements::wandering),
  AMPLITUDE_CHANGE(SeasonChanges::amplitude),
  FREQUENCY_CHANGE(SeasonChanges::frequency),
  MISSING_CYCLE(SeasonChanges::missing),
  SHAPE_DISTORTION(SeasonChanges::shape),
  STUCK_SENSOR(SensorFaults::stuck),
  DROPOUTS(SensorFaults::dropouts),
  VARIANCE_CHANGE(SensorFaults::variance);

  private final Injection injection;

  AnomalyKind(Injection injection) {
    this.injection = injection;
  }

  /** The kind in words, as the index of a dataset has it: {@code stuck sensor}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The kind with that {@link #label}. */
  public static Optional<AnomalyKind> labelled(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** Puts an anomaly of this kind into {@code room}; a trend that has broken stays so. */
  Anomaly inject(Components series, Span room, double severity, Draws draws) {
    Span reach = this == TREND_BREAK ? new Span(room.start(), series.length()) : room;
    Span span = injection.into(series, reach, severity, draws);
    return new Anomaly(this, severity, span.start(), span.end());
  }
}
