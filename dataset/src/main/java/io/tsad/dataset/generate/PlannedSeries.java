package io.tsad.dataset.generate;

import io.tsad.runtime.series.DatasetLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One series of a dataset before it is drawn.
 *
 * @param index its number within its half; says nothing about its class
 * @param kind of its anomaly; null for a normal series
 */
record PlannedSeries(Split split, int index, @Nullable AnomalyKind kind) {
  /** Drawn for no file, so that the plan of a half has draws of its own. */
  private static final int PLAN = -1;

  /**
   * The series of one half, by number. Which numbers are anomalous is drawn; the kinds come in
   * turn, in an order that is drawn too, so that each is there equally often.
   */
  static List<PlannedSeries> of(GeneratorConfig config, Split split) {
    Draws draws = Draws.of(config.seed(), split, PLAN);
    AnomalyKind[] kinds = AnomalyKind.values();
    int[] turn = draws.permutation(kinds.length);
    int[] rank = draws.permutation(config.count(split));
    int anomalies = config.anomalies(split);
    List<PlannedSeries> plan = new ArrayList<>(rank.length);
    for (int index = 0; index < rank.length; index++) {
      boolean normal = rank[index] >= anomalies;
      AnomalyKind kind = normal ? null : kinds[turn[rank[index] % turn.length]];
      plan.add(new PlannedSeries(split, index, kind));
    }
    return plan;
  }

  GeneratedSeries draw(GeneratorConfig config) {
    Draws draws = Draws.of(config.seed(), split, index);
    return config.profile().series(config.length(), kind, draws);
  }

  /** Where it stands below the dataset: {@code train/anomaly/0007.npy}. */
  String file(int count) {
    int digits = Math.max(4, Integer.toString(count - 1).length());
    String number = String.format(Locale.ROOT, "%0" + digits + "d", index);
    return DatasetLayout.series(
        split.folder(), kind == null ? DatasetLayout.NORMAL : DatasetLayout.ANOMALY, number);
  }
}
