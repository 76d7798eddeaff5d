package io.tsad.runtime.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFilesTest {
  @TempDir Path folder;

  private Path touch(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  @Test
  void aFolderMeansItsSeriesInNameOrder() throws Exception {
    Path second = touch("val/normal/2.npy");
    Path first = touch("val/anomaly/1.npy");
    touch("val/anomaly/notes.txt");
    touch("val/anomaly/.hidden.npy");
    touch(".partial/3.npy");
    touch("mask/val/anomaly/1.npy");
    assertEquals(List.of(first, second), SeriesFiles.under(folder));
  }

  @Test
  void aFolderCalledMaskOutsideADatasetIsAFolderLikeAnother() throws Exception {
    Path only = touch("mask/1.npy");
    assertEquals(List.of(only), SeriesFiles.under(folder));
  }

  @Test
  void aFolderWithoutSeriesIsAFault() {
    assertEquals(
        folder + ": has no series; name a folder that holds .npy, .npz, .csv or .tsv files",
        assertThrows(InvalidSeriesException.class, () -> SeriesFiles.under(folder)).getMessage());
  }
}
