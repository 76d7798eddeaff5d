package io.tsad.runtime.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final int BATCH = 64;

  private static List<Source> sources(int count) {
    return IntStream.range(0, count)
        .<Source>mapToObj(i -> () -> SeriesCursor.of(new Series("" + i, new double[] {i})))
        .toList();
  }

  private static List<List<Source>> dealt(List<Source> sources, int workers) {
    List<List<Source>> shares = new ArrayList<>();
    new Shares(sources.iterator(), workers, BATCH).forEachRemaining(shares::add);
    return shares;
  }

  @Test
  void everySourceIsDealtOnceAndInOrder() {
    for (int count : List.of(0, 1, 8, 63, 64, 65, 1000, 5000)) {
      for (int workers : List.of(1, 2, 3, 16)) {
        List<Source> sources = sources(count);
        assertEquals(sources, dealt(sources, workers).stream().flatMap(List::stream).toList());
      }
    }
  }

  @Test
  void sharesAreBatchesAndShrinkTowardsTheEnd() {
    List<Integer> sizes = dealt(sources(1000), 2).stream().map(List::size).toList();
    assertEquals(sizes.stream().sorted((a, b) -> b - a).toList(), sizes);
    assertEquals(BATCH, sizes.get(0));
    assertTrue(sizes.get(sizes.size() - 1) <= 8, sizes + "");
    assertTrue(sizes.stream().filter(size -> size == BATCH).count() > 10, sizes + "");
  }

  @Test
  void aWorkerByItselfTakesWholeBatches() {
    assertEquals(List.of(64, 36), dealt(sources(100), 1).stream().map(List::size).toList());
  }

  @Test
  void endlessSourcesAreNotDrawnFarAhead() {
    List<Integer> drawn = new ArrayList<>();
    var endless = Stream.iterate(0, i -> i + 1).peek(drawn::add).map(i -> sources(1).get(0));
    new Shares(endless.iterator(), 2, BATCH).next();
    assertTrue(drawn.size() <= 4 * BATCH + 1, drawn.size() + " drawn");
  }
}
