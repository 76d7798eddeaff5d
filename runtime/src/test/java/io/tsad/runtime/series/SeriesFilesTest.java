package io.tsad.runtime.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFilesTest {
  @TempDir Path folder;

  private Path touch(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  /** The files, or the refusals, in turn. */
  private List<Object> all() {
    SeriesFiles files = new SeriesFiles(folder, skipped -> {});
    List<Object> found = new ArrayList<>();
    for (boolean more = true; more; ) {
      try {
        Path next = files.next();
        more = next != null;
        if (next != null) {
          found.add(next);
        }
      } catch (InvalidSeriesException e) {
        found.add(String.valueOf(e.getMessage()));
      }
    }
    return found;
  }

  @Test
  void aFolderMeansItsSeriesInNameOrder() throws Exception {
    Path second = touch("val/normal/2.npy");
    Path first = touch("val/anomaly/1.npy");
    touch("val/anomaly/notes.txt");
    touch("val/anomaly/.hidden.npy");
    touch(".partial/3.npy");
    touch("mask/val/anomaly/1.npy");
    touch("anomalies.csv");
    assertEquals(List.of(first, second), all());
    assertEquals(List.of(first, second), SeriesFiles.under(folder));
  }

  @Test
  void allFormatsAreFoundWhateverTheCaseOfTheirExtension() throws Exception {
    List<Path> files =
        List.of(touch("1.npy"), touch("2.NPZ"), touch("3.csv"), touch("4.Tsv"), touch("5.NPY"));
    touch("6.txt");
    touch("7.npy.gz");
    touch("npy");
    assertEquals(List.<Object>copyOf(files), all());
  }

  @Test
  void theOrderIsThatOfTheWholePathsSorted() throws Exception {
    for (String name :
        List.of(
            "a.npy",
            "a/1.npy",
            "a/b/2.npy",
            "a/b.npy",
            "a-b/1.npy",
            "a0.npy",
            "A.npy",
            "a.npy.d/1.npy",
            "ab.npy",
            "a b/1.npy",
            "x.npy/1.npy",
            "x.npy-1.npy",
            "\u00e4/1.npy",
            "z/1.npy",
            "a!/1.npy")) {
      touch(name);
    }
    try (Stream<Path> walked = Files.walk(folder)) {
      List<Path> sorted = walked.filter(Files::isRegularFile).sorted().toList();
      assertEquals(15, sorted.size());
      assertEquals(List.<Object>copyOf(sorted), all());
    }
  }

  @Test
  void namesThatMeanSomethingInADatasetMeanNothingElsewhere() throws Exception {
    List<Path> files = List.of(touch("anomalies.csv"), touch("mask/1.npy"));
    assertEquals(List.<Object>copyOf(files), all());
  }

  @Test
  void aFolderIsListedWhenItsTurnComes() throws Exception {
    Path first = touch("a/1.npy");
    touch("b/2.npy");
    SeriesFiles files = new SeriesFiles(folder, skipped -> {});
    assertEquals(first, files.next());
    Path late = touch("b/1.npy");
    assertEquals(late, files.next());
  }

  @Test
  void symbolicLinksAreFollowedButNotInCircles() throws Exception {
    Path file = touch("a/1.npy");
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));
    Path loop = Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Path dangling = Files.createSymbolicLink(folder.resolve("c.npy"), Path.of("nowhere"));
    assertEquals(
        List.of(
            file,
            loop + ": is a symbolic link to a folder that holds it; remove the link",
            folder.resolve("b/1.npy"),
            folder.resolve("b/loop")
                + ": is a symbolic link to a folder that holds it;"
                + " remove the link",
            dangling),
        all());
  }

  @Test
  void aFolderWithoutSeriesIsAFault() throws Exception {
    String fault =
        folder + ": has no series; name a folder that holds .npy, .npz, .csv or .tsv files";
    assertEquals(List.of(fault), all());
    assertEquals(
        fault,
        assertThrows(InvalidSeriesException.class, () -> SeriesFiles.under(folder)).getMessage());
  }

  @Test
  void aFolderThatCannotBeListedIsAFaultAndTheRestIsStillFound() throws Exception {
    SeriesFiles files = new SeriesFiles(folder, skipped -> {});
    Path first = touch("a/1.npy");
    Path gone = touch("b/1.npy");
    Path last = touch("c/1.npy");
    assertEquals(first, files.next());
    Files.delete(gone);
    Files.delete(gone.getParent());
    assertEquals(
        gone.getParent() + ": cannot be listed: no such file; check its permissions",
        assertThrows(InvalidSeriesException.class, files::next).getMessage());
    assertEquals(last, files.next());
    assertNull(files.next());
  }

  @Test
  void aLookAtTheNamesTellsALargeFolder() throws Exception {
    for (String name : List.of("1.npy", "2.csv", "3.npz", ".4.npy", "notes.txt", "sub/5.npy")) {
      touch(name);
    }
    assertTrue(SeriesFiles.seemToBeMoreThan(2, folder));
    assertFalse(SeriesFiles.seemToBeMoreThan(3, folder));
    assertFalse(SeriesFiles.seemToBeMoreThan(0, folder.resolve("missing")));
  }
}
