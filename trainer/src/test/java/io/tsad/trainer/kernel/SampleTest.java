package io.tsad.trainer.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tsad.trainer.backpropagation.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  private final boolean[] positive = new boolean[1000];

  SampleTest() {
    Arrays.fill(positive, 0, 50, true);
  }

  @Test
  void bothClassesHaveTheShareTheyHaveAmongAll() {
    int[] sample = Sample.of(positive, 200, new RandomStream(1, "sample"));
    assertEquals(200, sample.length);
    assertEquals(10, Arrays.stream(sample).filter(i -> positive[i]).count());
    assertArrayEquals(IntStream.of(sample).distinct().sorted().toArray(), sample);
  }

  @Test
  void aRareClassIsInIt() {
    int[] sample = Sample.of(positive, 8, new RandomStream(1, "sample"));
    assertEquals(1, Arrays.stream(sample).filter(i -> positive[i]).count());
  }

  @Test
  void whereThereAreFewItIsAllOfThem() {
    assertArrayEquals(
        IntStream.range(0, 1000).toArray(),
        Sample.of(positive, 1000, new RandomStream(1, "sample")));
  }
}
