package io.tsad.trainer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NetworksTest {
  /**
   * As the LITE paper's table 1 counts them, without the last layer; there, FCN and ResNet have a
   * bias for each filter, which the batch normalisation behind it takes away again.
   */
  @Test
  void theyHaveAsManyParametersAsPublished() {
    assertEquals(264_704, Fcn.network().parameterCount() - head(128) + 128 + 256 + 128);
    int biases = 4 * 64 + 4 * 128 + 3 * 128;
    assertEquals(504_000, ResNet.network().parameterCount() - head(128) + biases);
    assertEquals(420_192, InceptionTime.network().parameterCount() - head(128));
    assertEquals(9_814, Lite.network().parameterCount() - head(32));
  }

  private static int head(int channels) {
    return 2 * channels + 2;
  }

  @Test
  void allButTheReferenceAverageTheirLastMap() {
    assertFalse(Architecture.CNN.network(100).orElseThrow().pooled());
    Stream.of(Architecture.values())
        .filter(one -> one != Architecture.CNN)
        .flatMap(one -> one.network(100).stream())
        .forEach(network -> assertTrue(network.pooled()));
  }

  @Test
  void theFixedFiltersAreTheRisesFallsAndPeaksOfThePaper() {
    List<List<Float>> filters = HandCraftedFilters.layer().filters();
    assertEquals(17, filters.size());
    assertEquals(List.of(-1f, 1f), within(filters.get(0)));
    assertEquals(List.of(1f, -1f, 1f, -1f), within(filters.get(7)));
    assertEquals(List.of(-1f, -1f, 2f, 2f, -1f, -1f), within(filters.get(12)));
    assertEquals(
        List.of(-.25f, -1f, -1f, -.25f, .5f, 2f, 2f, .5f, -.25f, -1f, -1f, -.25f),
        within(filters.get(13)));
    assertEquals(96, within(filters.get(16)).size());
  }

  /** Without the zeros at both ends. */
  private static List<Float> within(List<Float> filter) {
    int from = 0;
    while (filter.get(from) == 0) {
      from++;
    }
    int to = filter.size();
    while (filter.get(to - 1) == 0) {
      to--;
    }
    return filter.subList(from, to);
  }
}
