package io.tsad.dataset.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.tsad.dataset.testing.DataFolder;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.series.NpyWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @TempDir Path dir;

  @Test
  void theSameSetElsewhereHasTheSameFingerprint() throws Exception {
    assertEquals(of(DataFolder.small(dir.resolve("a"))), of(DataFolder.small(dir.resolve("b"))));
  }

  @Test
  void theDtypeOfAFileDoesNotCount() throws Exception {
    DataFolder folder = DataFolder.small(dir);
    Fingerprint before = of(folder);
    NpyWriter.write(dir.resolve("train/anomaly/1.npy"), new float[] {1, 0, 2, 1});
    assertEquals(before, of(folder));
  }

  @Test
  void oneSampleOrOneNameMakesAnother() throws Exception {
    DataFolder folder = DataFolder.small(dir);
    Fingerprint before = of(folder);
    Files.move(dir.resolve("val/normal/3.npy"), dir.resolve("val/normal/4.npy"));
    Fingerprint renamed = of(folder);
    assertNotEquals(before.sha256(), renamed.sha256());
    folder.put("val/normal/4.npy", 10, 0, 20, 10.5);
    assertNotEquals(renamed.sha256(), of(folder).sha256());
  }

  @Test
  void seriesAreCountedBySplitAndClass() throws Exception {
    DataFolder folder = DataFolder.small(dir);
    folder.put("val/normal/4.npy", 1, 2, 3, 4);
    assertEquals(
        Map.of(
            "train", Map.of("anomaly", 2, "normal", 3), "val", Map.of("anomaly", 2, "normal", 4)),
        of(folder).counts());
  }

  @Test
  void theHashIsTheOneItsDocumentationDescribes() {
    // printf 'a/b\0' and struct.pack('<qdd', 2, 1.0, -2.5) through sha256sum
    ContentHash hash = new ContentHash();
    hash.add("a/b");
    hash.add(new double[] {1.0, -2.5});
    assertEquals("40bbba4627a54f4b8e84cc88f9aaa9a7d023ce5d38a1b5106c72f16686ba78d6", hash.end());
  }

  private static Fingerprint of(DataFolder folder) throws Exception {
    return Fingerprint.of(
        DatasetReader.read(
            folder.root(),
            null,
            new LengthRule(4, false),
            fault -> {
              throw new AssertionError(fault);
            }));
  }
}
