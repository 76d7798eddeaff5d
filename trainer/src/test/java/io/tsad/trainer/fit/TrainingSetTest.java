package io.tsad.trainer.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.dataset.LabelledSeries;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSetTest {
  private static final int DRAWS = 20_000;

  /** Five of one class, 95 of the other. */
  private final TrainingSet set = new TrainingSet(unbalanced(), 2, new LengthRule(2, false));

  @Test
  void bothClassesAreDrawnAboutEquallyOften() {
    RandomStream random = new RandomStream(1, "sampling");
    int first = 0;
    for (int i = 0; i < DRAWS; i++) {
      first += set.draw(random).label() == 0 ? 1 : 0;
    }
    assertEquals(0.5, first / (double) DRAWS, 4 * Math.sqrt(0.25 / DRAWS));
  }

  @Test
  void everySeriesOfAClassIsDrawnAboutEquallyOftenAndAgainAndAgain() {
    RandomStream random = new RandomStream(2, "sampling");
    IdentityHashMap<double[], Integer> times = new IdentityHashMap<>();
    for (int i = 0; i < DRAWS; i++) {
      times.merge(set.draw(random).scaled(), 1, Integer::sum);
    }
    assertEquals(100, times.size());
    List<Integer> rare = times.values().stream().filter(count -> count > DRAWS / 40).toList();
    assertEquals(5, rare.size());
    rare.forEach(count -> assertEquals(DRAWS / 10.0, count, 4 * Math.sqrt(DRAWS * 0.09)));
  }

  @Test
  void anEpochOfASmallSetMissesSomeSeriesAndRepeatsOthers() {
    RandomStream random = new RandomStream(3, "sampling");
    IdentityHashMap<double[], Integer> times = new IdentityHashMap<>();
    for (int i = 0; i < set.size(); i++) {
      times.merge(set.draw(random).scaled(), 1, Integer::sum);
    }
    assertTrue(times.size() < 80, () -> times.size() + " of 100 drawn");
  }

  private static List<LabelledSeries> unbalanced() {
    List<LabelledSeries> series = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      series.add(new LabelledSeries(i + ".npy", new double[] {0, i + 1}, i < 5 ? 0 : 1));
    }
    return series;
  }
}
