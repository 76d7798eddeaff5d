package io.tsad.trainer.backpropagation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final int EPOCHS = 200;

  /** Five of one class, 95 of the other. */
  private final int[] labels = new int[100];

  SamplerTest() {
    Arrays.fill(labels, 5, 100, 1);
  }

  private Sampler sampler(Balance balance, long seed) {
    return balance.sampler(labels, 2, new RandomStream(seed, "sampling"));
  }

  private long[] times(Sampler sampler) {
    long[] times = new long[100];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (long index : sampler.epoch()) {
        times[(int) index]++;
      }
    }
    return times;
  }

  @Test
  void bothClassesAndEverySeriesOfAClassAreDrawnAboutEquallyOften() {
    long[] times = times(sampler(Balance.SAMPLER, 1));
    double draws = EPOCHS * 100;
    double rare = LongStream.of(times).limit(5).sum();
    assertEquals(0.5, rare / draws, 4 * Math.sqrt(0.25 / draws));
    for (int i = 0; i < 5; i++) {
      assertEquals(draws / 10, (double) times[i], 4 * Math.sqrt(draws * 0.09));
    }
  }

  @Test
  void aBalancedEpochMissesSomeSeriesAndRepeatsOthers() {
    long[] epoch = sampler(Balance.SAMPLER, 3).epoch();
    assertEquals(100, epoch.length);
    assertTrue(LongStream.of(epoch).distinct().count() < 80);
  }

  @Test
  void withoutBalanceEverySeriesIsSeenOnceAnEpochInAnotherOrder() {
    for (Balance balance : new Balance[] {Balance.NONE, Balance.WEIGHTS}) {
      Sampler sampler = sampler(balance, 1);
      long[] first = sampler.epoch();
      long[] second = sampler.epoch();
      assertArrayEquals(
          LongStream.range(0, 100).toArray(), LongStream.of(first).sorted().toArray());
      assertArrayEquals(
          LongStream.range(0, 100).toArray(), LongStream.of(second).sorted().toArray());
      assertFalse(Arrays.equals(first, second));
    }
  }

  @Test
  void drawsFollowFromTheSeed() {
    assertArrayEquals(sampler(Balance.SAMPLER, 1).epoch(), sampler(Balance.SAMPLER, 1).epoch());
    assertFalse(
        Arrays.equals(sampler(Balance.SAMPLER, 1).epoch(), sampler(Balance.SAMPLER, 2).epoch()));
  }
}
