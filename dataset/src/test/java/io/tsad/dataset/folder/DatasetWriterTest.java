package io.tsad.dataset.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.testing.DataFolder;
import io.tsad.runtime.OutputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetWriterTest {
  @TempDir Path dir;

  @Test
  void aDataFolderIsReplacedWhenAsked() throws Exception {
    Path root = DataFolder.small(dir.resolve("set")).root();
    Path before = DatasetFiles.list(root).train().get(0).path();
    try (DatasetWriter dataset = DatasetWriter.open(root, true)) {
      dataset.commit();
    }
    assertFalse(Files.exists(before));
  }

  @Test
  void aFolderOfOtherThingsIsNeverReplaced() throws Exception {
    Path letter = Files.writeString(dir.resolve("letter.txt"), "dear");
    OutputException fault =
        assertThrows(OutputException.class, () -> DatasetWriter.open(dir, true));
    assertEquals("is not a data folder, so --force does not replace it", fault.fault());
    assertTrue(Files.exists(letter));
  }

  @Test
  void anEmptyOrMissingFolderIsFilled() throws Exception {
    for (String name : new String[] {"empty", "missing"}) {
      Path target = dir.resolve(name);
      if (name.equals("empty")) {
        Files.createDirectory(target);
      }
      try (DatasetWriter dataset = DatasetWriter.open(target, true)) {
        dataset.commit();
      }
      assertTrue(Files.isDirectory(target.resolve("train")));
    }
  }
}
