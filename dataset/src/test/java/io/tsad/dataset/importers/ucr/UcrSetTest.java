package io.tsad.dataset.importers.ucr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tsad.dataset.folder.InvalidDatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UcrSetTest {
  @TempDir Path dir;

  @Test
  void aFolderIsSearchedForTheTwoFilesOfASet() throws Exception {
    touch("Wafer_TRAIN.tsv.gz", "Wafer_TEST.ts", "README.md");
    UcrSet set = UcrSet.find(List.of(dir), skipped -> {});
    assertEquals("Wafer", set.name());
    assertEquals("Wafer_TRAIN.tsv.gz", set.train().name());
    assertEquals("Wafer_TEST.ts", set.val().name());
  }

  @Test
  void theOrderOfNamedFilesDoesNotMatter() throws Exception {
    touch("Wafer_TRAIN.tsv", "Wafer_TEST.tsv");
    UcrSet set =
        UcrSet.find(
            List.of(dir.resolve("Wafer_TEST.tsv"), dir.resolve("Wafer_TRAIN.tsv")), skipped -> {});
    assertEquals("train", set.train().split());
  }

  @Test
  void aSetIsRefusedUnlessItHasBothFilesOnce() throws Exception {
    assertEquals(
        "holds no <Set>_TRAIN or <Set>_TEST file ending in .tsv, .ts, or these with .gz",
        refused(dir));
    touch("Wafer_TRAIN.tsv");
    assertEquals("comes without a TEST file", refused(dir));
    touch("ECG200_TEST.tsv");
    assertEquals("is of another set than ECG200_TEST.tsv", refused(dir));
    touch("Wafer_TRAIN.tsv.gz");
    assertEquals("is a second TRAIN file beside Wafer_TRAIN.tsv", refused(dir));
  }

  @Test
  void aFileByAnotherNameIsRefused() throws Exception {
    touch("Wafer.csv");
    assertEquals("is not named like a file of the archive", refused(dir.resolve("Wafer.csv")));
    assertEquals("no such file", refused(dir.resolve("Wafer_TRAIN.tsv")));
  }

  private String refused(Path input) {
    return assertThrows(
            InvalidDatasetException.class, () -> UcrSet.find(List.of(input), skipped -> {}))
        .fault();
  }

  private void touch(String... names) throws Exception {
    for (String name : names) {
      Files.writeString(dir.resolve(name), "");
    }
  }
}
