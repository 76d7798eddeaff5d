package io.tsad.dataset.generate;

import io.tsad.dataset.folder.Anomaly;
import org.jspecify.annotations.Nullable;

/** What kind of dataset is made: its processes, and how plain its anomalies are to see. */
@SuppressWarnings("ImmutableEnumChecker") // stateless functions and numbers
public enum Profile {
  /** Ten years of daily values of one kind of process, with anomalies of months to years. */
  PLAIN(Processes::plain, new AnomalySize(0.08, 0.41, 0.8, 16, 0)),
  /** All kinds of processes, with short and weak anomalies. Hard on purpose. */
  VARIED(Processes::varied, new AnomalySize(0.011, 0.137, 0.4, 2, 3));

  private final NormalSeries normal;
  private final AnomalySize size;

  Profile(NormalSeries normal, AnomalySize size) {
    this.normal = normal;
    this.size = size;
  }

  /**
   * @param length in samples, at least {@link GeneratorConfig#SHORTEST}
   * @param kind of the anomaly; null for a normal series
   */
  GeneratedSeries series(int length, @Nullable AnomalyKind kind, Draws draws) {
    Components components = normal.draw(length, draws);
    double scale = draws.logBetween(1e-2, 1e4);
    double level = scale * draws.sign() * draws.logBetween(0.1, 300);
    Anomaly anomaly = kind == null ? null : size.inject(kind, components, draws);
    double[] values = components.sum();
    for (int t = 0; t < length; t++) {
      values[t] = level + scale * values[t];
    }
    return new GeneratedSeries(values, anomaly);
  }

  /** Draws the parts of a normal series of a length. */
  @FunctionalInterface
  interface NormalSeries {
    Components draw(int length, Draws draws);
  }
}
