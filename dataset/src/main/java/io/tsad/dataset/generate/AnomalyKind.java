package io.tsad.dataset.generate;

import io.tsad.dataset.folder.Anomaly;
import java.util.Locale;

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

  /** Puts an anomaly of this kind into {@code room}; a trend that has broken stays so. */
  Anomaly inject(Components series, Span room, double severity, Draws draws) {
    Span reach = this == TREND_BREAK ? new Span(room.start(), series.length()) : room;
    Span span = injection.into(series, reach, severity, draws);
    return new Anomaly(label(), severity, span.start(), span.end());
  }
}
