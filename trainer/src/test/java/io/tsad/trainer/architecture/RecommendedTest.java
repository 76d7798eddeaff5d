package io.tsad.trainer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecommendedTest {
  @Test
  void theKernelClassifierUnlessThereIsTooMuchOfItOrTooLittle() {
    assertEquals(Architecture.MULTIROCKET_HYDRA, Recommended.of(2, 10));
    assertEquals(Architecture.MULTIROCKET_HYDRA, Recommended.of(1531, 3653));
    assertEquals(Architecture.INCEPTIONTIME, Recommended.of(100_000, 3653));
    assertEquals(Architecture.FCN, Recommended.of(1531, 9));
  }

  @Test
  void whatIsRecommendedTakesTheLength() {
    for (int length = Architecture.FCN.minLength(); length < 100; length++) {
      assertTrue(Recommended.of(500, length).minLength() <= length);
    }
  }
}
