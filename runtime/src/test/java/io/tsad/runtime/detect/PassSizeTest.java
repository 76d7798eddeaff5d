package io.tsad.runtime.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.detect.device.GpuMemoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassSizeTest {
  private final PassSize size = new PassSize();
  private final List<Integer> scored = new ArrayList<>();
  private final List<Integer> tried = new ArrayList<>();

  private PassSize.Pass<Integer> roomFor(int most) {
    return batch -> {
      tried.add(batch.size());
      if (batch.size() > most) {
        throw new GpuMemoryException("m", "no room", "", new Exception());
      }
      scored.addAll(batch);
    };
  }

  @Test
  void whatFitsIsOnePass() throws Exception {
    size.run(List.of(1, 2, 3), roomFor(3));
    assertEquals(List.of(3), tried);
    assertTrue(size.allows(1_000_000));
  }

  @Test
  void whatDoesNotFitIsHalvedUntilItDoesAndRemembered() throws Exception {
    List<Integer> batch = IntStream.range(0, 100).boxed().toList();
    size.run(batch, roomFor(30));
    assertEquals(batch, scored);
    assertEquals(List.of(100, 50, 25, 25, 50, 25, 25), tried);
    assertTrue(size.allows(25));
    assertFalse(size.allows(26));
  }

  @Test
  void whereNotEvenOneFitsThatIsTheFault() {
    GpuMemoryException e =
        assertThrows(GpuMemoryException.class, () -> size.run(List.of(1, 2, 3), roomFor(0)));
    assertEquals("no room", e.fault());
    assertEquals(List.of(3, 2, 1), tried);
  }

  @Test
  void messagesOfSeveralLibrariesMeanMemory() {
    assertTrue(
        GpuMemoryException.isMeantBy(
            "Failed to allocate memory for requested buffer of size 1253769216"));
    assertTrue(
        GpuMemoryException.isMeantBy(
            "in node bank000.response: Available memory of 9904896 is smaller than requested bytes"
                + " of 19638528"));
    assertTrue(GpuMemoryException.isMeantBy("CUDA failure 2: out of memory"));
    assertTrue(GpuMemoryException.isMeantBy("CUDNN_STATUS_ALLOC_FAILED"));
    assertFalse(GpuMemoryException.isMeantBy("CUDNN_STATUS_NOT_SUPPORTED"));
  }
}
