package io.tsad.trainer.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException.Kind;
import io.tsad.trainer.architecture.Cnn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
  private final DiskSpace space = new DiskSpace(Cnn.of(3653).blueprint());

  @Test
  void aModelThatWouldNotFitIsRefusedBeforeItIsTrained() {
    OutputException fault =
        assertThrows(OutputException.class, () -> space.require(60L << 20, Path.of("models/demo")));
    assertEquals(Kind.OUTPUT, fault.kind());
    assertEquals(
        "models/demo: cannot be written: the model needs about 73 MB, the disk has 60 MB left;"
            + " check the free space and the permissions there",
        fault.getMessage());
  }

  @Test
  void aModelThatFitsIsNot(@TempDir Path folder) {
    assertDoesNotThrow(() -> space.require(100L << 20, Path.of("models/demo")));
    assertDoesNotThrow(() -> new DiskSpace(Cnn.of(31).blueprint()).require(folder, folder));
  }
}
