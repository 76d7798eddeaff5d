package io.tsad.dataset.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.testing.DataFolder;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.series.InvalidSeriesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetReaderTest {
  private static final LengthRule FOUR = new LengthRule(4, false);

  @TempDir Path root;
  private DataFolder folder;
  private final List<String> faults = new ArrayList<>();

  @BeforeEach
  void fill() throws Exception {
    folder = DataFolder.small(root);
  }

  @Test
  void everySeriesIsReadInNameOrderWithItsClassAsLabel() throws Exception {
    Dataset dataset = read(null, FOUR);
    assertEquals(List.of("anomaly", "normal"), dataset.classes());
    assertEquals(0, dataset.positive());
    assertEquals(
        List.of(
            "train/anomaly/1.npy",
            "train/anomaly/2.npy",
            "train/normal/1.npy",
            "train/normal/2.npy",
            "train/normal/3.npy"),
        dataset.train().stream().map(LabelledSeries::name).toList());
    assertEquals(List.of(0, 0, 1, 1, 1), dataset.val().stream().map(s -> s.label()).toList());
    assertArrayEquals(new double[] {10, 0, 20, 10}, dataset.val().get(4).values());
  }

  @Test
  void longerSeriesStayUncut() throws Exception {
    assertEquals(4, read(null, new LengthRule(3, false)).train().get(0).values().length);
  }

  @Test
  void masksHiddenFilesAndOtherFilesAreNotRead() throws Exception {
    folder.text("mask/train/anomaly/1.npy", "not a mask");
    folder.text("train/anomaly/.hidden.npy", "hidden");
    folder.text("train/.cache/1.npy", "hidden");
    folder.text("train/anomaly/notes.txt", "notes");
    folder.text("README.md", "about");
    assertEquals(10, read(null, FOUR).train().size() + read(null, FOUR).val().size());
    assertEquals(List.of("train/anomaly/notes.txt"), DatasetFiles.list(root).ignored());
  }

  @Test
  void aConstantSeriesIsAllowed() throws Exception {
    folder.put("train/normal/4.npy", 7, 7, 7, 7);
    assertEquals(6, read(null, FOUR).train().size());
  }

  @Test
  void everyFaultyFileIsNamedBeforeTheSetIsRefused() throws Exception {
    folder.put("val/normal/1.npy", 1, Double.NaN, 2, 3);
    folder.text("train/anomaly/2.npy", "");
    folder.text("train/anomaly/3.npy/inside", "a folder");
    InvalidDatasetException fault = refused(null, FOUR);
    assertEquals("3 of 11 series cannot be used", fault.fault());
    assertEquals("mend or remove them; tsad-data inspect names all", fault.remedy());
    assertEquals(3, faults.size());
    assertTrue(faults.get(0).startsWith(root.resolve("train/anomaly/2.npy") + ": is empty"));
    assertTrue(faults.get(1).contains("is a directory"));
    assertTrue(faults.get(2).contains("has NaN at index 1"));
  }

  @Test
  void aFileThatIsGoneWhenItIsReadIsAFault() throws Exception {
    Files.createSymbolicLink(root.resolve("train/normal/gone.npy"), root.resolve("nowhere.npy"));
    refused(null, FOUR);
    assertTrue(faults.get(0).contains("is a link to what is not there"), faults.get(0));
  }

  @Test
  void seriesShorterThanTheLengthAreRefusedWithTheLengthThatFits() throws Exception {
    folder.put("val/normal/3.npy", 1, 2);
    InvalidDatasetException fault = refused(null, new LengthRule(5, false));
    assertEquals("10 of 10 series cannot be used", fault.fault());
    assertEquals("pass --length 2 or less, or --pad", fault.remedy());
    assertTrue(faults.get(0).contains("has 4 samples, fewer than 5"));
  }

  @Test
  void shortSeriesAreTakenWhenPaddingIsAskedFor() throws Exception {
    assertEquals(5, read(null, new LengthRule(5, true)).train().size());
  }

  @Test
  void aMissingRootIsRefused() {
    InvalidDatasetException fault = refusedAt(root.resolve("none"));
    assertEquals("no such folder", fault.fault());
    assertEquals(TsadException.Kind.INPUT, fault.kind());
  }

  @Test
  void aFileIsNoDataFolder() {
    assertEquals("is not a folder", refusedAt(root.resolve("train/normal/1.npy")).fault());
  }

  @Test
  void aMissingSplitIsNamed() throws Exception {
    delete("val");
    assertEquals("has no folder 'val'", refused(null, FOUR).fault());
    delete("train");
    assertEquals("has no folder 'train'", refused(null, FOUR).fault());
  }

  @Test
  void oneClassIsRefused() throws Exception {
    delete("train/normal");
    InvalidDatasetException fault = refused(null, FOUR);
    assertEquals("has 1 class folder (anomaly)", fault.fault());
    assertEquals(root.resolve("train").toString(), fault.subject());
  }

  @Test
  void threeClassesAreRefused() throws Exception {
    folder.put("train/other/1.npy", 1);
    assertEquals("has 3 class folders (anomaly, normal, other)", refused(null, FOUR).fault());
  }

  @Test
  void anEmptyClassFolderIsRefused() throws Exception {
    delete("val/anomaly");
    folder.text("val/anomaly/notes.txt", "no series");
    InvalidDatasetException fault = refused(null, FOUR);
    assertEquals(root.resolve("val/anomaly").toString(), fault.subject());
    assertEquals("has no .npy files but others, such as notes.txt", fault.fault());
  }

  @Test
  void classesThatDifferBetweenTheSplitsAreRefused() throws Exception {
    Files.move(root.resolve("val/anomaly"), root.resolve("val/abnormal"));
    assertEquals(
        "has classes anomaly and normal in train but abnormal and normal in val",
        refused(null, FOUR).fault());
  }

  @Test
  void classesByOtherNamesNeedOneNamedPositive() throws Exception {
    for (String split : List.of("train", "val")) {
      Files.move(root.resolve(split + "/anomaly"), root.resolve(split + "/1"));
      Files.move(root.resolve(split + "/normal"), root.resolve(split + "/0"));
    }
    InvalidDatasetException fault = refused(null, FOUR);
    assertEquals("has no class 'anomaly', its classes are 0 and 1", fault.fault());
    assertTrue(fault.remedy().endsWith("--positive 0 or --positive 1"));
    assertEquals(1, read("1", FOUR).positive());
    assertEquals(0, read("0", FOUR).positive());
  }

  @Test
  void aPositiveThatIsNoClassIsRefused() {
    assertEquals(
        "has no class 'fault', its classes are anomaly and normal", refused("fault", FOUR).fault());
  }

  private Dataset read(@Nullable String positive, LengthRule length) throws Exception {
    return DatasetReader.read(root, positive, length, this::note);
  }

  private InvalidDatasetException refused(@Nullable String positive, LengthRule length) {
    return assertThrows(
        InvalidDatasetException.class,
        () -> DatasetReader.read(root, positive, length, this::note));
  }

  private InvalidDatasetException refusedAt(Path path) {
    return assertThrows(
        InvalidDatasetException.class, () -> DatasetReader.read(path, null, FOUR, this::note));
  }

  private void note(InvalidSeriesException fault) {
    faults.add(fault.getMessage());
  }

  private void delete(String name) throws Exception {
    try (var paths = Files.walk(root.resolve(name))) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
