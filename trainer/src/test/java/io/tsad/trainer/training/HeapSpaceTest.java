package io.tsad.trainer.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tsad.dataset.folder.InvalidDatasetException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HeapSpaceTest {
  private final HeapSpace space = new HeapSpace(4L << 30);

  @Test
  void featuresThatJavaCannotHoldAreRefusedBeforeTheyAreComputed() {
    InvalidDatasetException fault =
        assertThrows(
            InvalidDatasetException.class,
            () -> space.require(Path.of("dataset/many"), 50_000, 23_808));
    assertEquals(
        "dataset/many: has 50,000 series to train on, whose features take 4,541 MB; Java may use"
            + " 4,096 MB; set TSAD_JAVA_OPTIONS=-Xmx7g if there is so much, or take --arch"
            + " inceptiontime",
        fault.getMessage());
  }

  @Test
  void thoseThatItCanAreNot() {
    assertDoesNotThrow(() -> space.require(Path.of("dataset/few"), 10_000, 54_000));
  }
}
