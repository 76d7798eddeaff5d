package io.tsad.trainer.backpropagation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LearningRateTest {
  private static LearningRate of(int warmup, Schedule schedule) {
    return new LearningRate(
        FitConfig.builder().epochs(9).learningRate(0.1).warmup(warmup).schedule(schedule).build());
  }

  @Test
  void itGrowsOverTheFirstStepsAndThenStays() {
    LearningRate rate = of(4, new Schedule.Constant());
    assertEquals(0.025, rate.at(1, 0), 1e-12);
    assertEquals(0.075, rate.at(3, 0), 1e-12);
    assertEquals(0.1, rate.at(4, 0), 1e-12);
    assertEquals(0.1, rate.at(400, 1), 1e-12);
  }

  @Test
  void halfACosineFallsToZero() {
    LearningRate rate = of(0, new Schedule.Cosine());
    assertEquals(0.1, rate.at(1, 0), 1e-12);
    assertEquals(0.05, rate.at(50, 0.5), 1e-12);
    assertEquals(0, rate.at(100, 1), 1e-12);
  }

  /** As PyTorch's ReduceLROnPlateau with factor=0.5, patience=2 and min_lr=0.01. */
  @Test
  void itIsHalvedWhenTheLossStandsStillDownToATenth() {
    LearningRate rate = of(0, new Schedule.Plateau(2));
    for (double loss : new double[] {1, 0.9, 0.9, 0.89999}) {
      rate.endEpoch(loss);
    }
    assertEquals(0.1, rate.at(1, 0), 1e-12);
    rate.endEpoch(0.95);
    assertEquals(0.05, rate.at(1, 0), 1e-12);
    rate.endEpoch(0.95);
    rate.endEpoch(0.95);
    rate.endEpoch(0.8);
    assertEquals(0.05, rate.now(), 1e-12);
    for (int i = 0; i < 30; i++) {
      rate.endEpoch(0.8);
    }
    assertEquals(0.01, rate.now(), 1e-12);
  }

  @Test
  void schedulesHaveNames() {
    for (String name : List.of("constant", "cosine", "plateau=7")) {
      assertEquals(Optional.of(name), Schedule.named(name).map(Object::toString));
    }
    assertEquals(Optional.of(new Schedule.Plateau(5)), Schedule.named("plateau"));
    assertEquals(Optional.empty(), Schedule.named("plateau=0"));
  }
}
