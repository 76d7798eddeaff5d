package io.tsad.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private final Budget budget = new Budget(Duration.ofSeconds(100), START);

  @Test
  void fourFifthsAreForReadingAndFitting() {
    assertEquals(70, budget.share(START.plusSeconds(10), 1), 1e-9);
  }

  @Test
  void networksShareWhatIsLeftEqually() {
    assertEquals(14, budget.share(START.plusSeconds(10), 5), 1e-9);
    assertEquals(20, budget.share(START.plusSeconds(60), 1), 1e-9);
  }

  @Test
  void whatARunBeforeHasUsedIsGone() {
    assertEquals(30, budget.used(40).share(START.plusSeconds(10), 1), 1e-9);
  }

  @Test
  void aLateNetworkStillGetsAMoment() {
    assertTrue(budget.share(START.plusSeconds(1000), 1) > 0);
  }
}
