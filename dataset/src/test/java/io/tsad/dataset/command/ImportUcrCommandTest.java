package io.tsad.dataset.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.series.NpyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportUcrCommandTest {
  @TempDir Path dir;
  private Path set;
  private Path out;

  @BeforeEach
  void writeASet() throws IOException {
    set = Files.createDirectory(dir.resolve("Toy"));
    out = dir.resolve("toy");
    train("1\t1\t2\t3\n-1\t4\t5\t6\n1.0\t7\t8\tNaN\n");
    test("-1\t1\t1\t1\n1\t2\t2\t2\n");
  }

  @Test
  void rowsBecomeFilesNamedByTheirNumberInTheClassFolders() throws Exception {
    Run run = imported("--anomaly", "-1");
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.err());
    assertEquals(
        "%s\t1 anomaly\t2 normal\n%s\t1 anomaly\t1 normal\n"
            .formatted(out.resolve("train"), out.resolve("val")),
        run.out());
    assertEquals(
        List.of(
            "source.json",
            "train/anomaly/00002.npy",
            "train/normal/00001.npy",
            "train/normal/00003.npy",
            "val/anomaly/00001.npy",
            "val/normal/00002.npy"),
        files());
    assertArrayEquals(new double[] {7, 8}, NpyReader.read(out.resolve("train/normal/00003.npy")));
  }

  @Test
  void theLabelMatchesByValueAndMayFollowAnEqualsSign() {
    assertEquals(0, imported("--anomaly=-1.0").code());
  }

  @Test
  void itSaysWhatItWasMadeFromWithoutPaths() throws Exception {
    imported("--anomaly=-1");
    String source = Files.readString(out.resolve("source.json"));
    assertTrue(source.contains("\"name\" : \"Toy_TRAIN.tsv\""), source);
    assertTrue(source.contains("\"label\" : \"-1\",\n    \"class\" : \"anomaly\""), source);
    assertFalse(source.contains(dir.toString()), source);
  }

  @Test
  void withoutALabelTheLabelsAreListed() {
    Run run = imported();
    assertEquals(2, run.code());
    assertEquals(
        "tsad-data import ucr: --anomaly: is missing; name one of the labels of Toy:"
            + " -1 (2 series), 1 (3 series)\n",
        run.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aLabelTheSetLacksIsRefused() {
    Run run = imported("--anomaly", "7");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("--anomaly 7: is no label of Toy"), run.err());
  }

  @Test
  void ofManyLabelsAllOthersAreNormalAndItSaysSo() throws Exception {
    train("1\t1\n2\t2\n3\t3\n");
    test("1\t1\n2\t2\n");
    Run run = imported("--anomaly", "2");
    assertEquals(0, run.code());
    assertEquals("note: counted as normal: 1 (2 series), 3 (1 series)\n", run.err());
  }

  @Test
  void aFileWithoutAnomaliesIsRefused() throws Exception {
    test("1\t1\n1\t2\n");
    Run run = imported("--anomaly", "-1");
    assertEquals(3, run.code());
    assertTrue(run.err().contains("Toy_TEST.tsv: has no series with label -1"), run.err());
  }

  @Test
  void aFaultyRowLeavesNothingBehind() throws Exception {
    test("1\t1\n-1\tx\n");
    Run run = imported("--anomaly", "-1");
    assertEquals(3, run.code());
    assertTrue(run.err().contains("Toy_TEST.tsv line 2: column 2 is 'x'"), run.err());
    try (Stream<Path> left = Files.list(dir)) {
      assertEquals(List.of(set), left.toList());
    }
  }

  @Test
  void anImportThatExistsIsKeptUnlessForced() throws Exception {
    imported("--anomaly", "-1");
    List<String> before = files();
    assertEquals(2, imported("--anomaly", "1").code());
    assertEquals(before, files());
    assertEquals(0, imported("--anomaly", "1", "--force").code());
    assertTrue(files().contains("train/anomaly/00001.npy"));
    assertFalse(files().contains("train/normal/00001.npy"));
  }

  @Test
  void onlyTheSourcesThereAreAreOffered() {
    Run run = Run.of("import");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("Missing source: ucr\n"), run.err());
  }

  @Test
  void helpFitsAScreen() {
    for (String[] command : new String[][] {{"import"}, {"import", "ucr"}, {"inspect"}, {}}) {
      String[] help = Arrays.copyOf(command, command.length + 1);
      help[command.length] = "--help";
      String text = Run.of(help).out();
      assertTrue(text.lines().count() <= 24 && text.lines().count() > 3, text);
      assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }
  }

  @Test
  void theRealWaferSetIsCountedRight() throws Exception {
    String data = System.getenv("TSAD_TEST_DATA");
    Assumptions.assumeTrue(data != null, "TSAD_TEST_DATA names no folder of real data");
    Path wafer = Path.of(data, "ucr", "Wafer");
    Run run = Run.of("import", "ucr", wafer.toString(), "--out", out.toString(), "--anomaly", "-1");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("97 anomaly\t903 normal\n"), run.out());
    assertTrue(run.out().contains("665 anomaly\t5498 normal\n"), run.out());
    assertEquals(1 + 1000 + 6163, files().size());
    double[] first = NpyReader.read(out.resolve("train/normal/00001.npy"));
    assertEquals(152, first.length);
    assertEquals(-1.6022936, first[0]);
  }

  private Run imported(String... options) {
    return Run.of(
        Stream.concat(
                Stream.of("import", "ucr", set.toString(), "--out", out.toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private void train(String text) throws IOException {
    Files.writeString(set.resolve("Toy_TRAIN.tsv"), text);
  }

  private void test(String text) throws IOException {
    Files.writeString(set.resolve("Toy_TEST.tsv"), text);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
