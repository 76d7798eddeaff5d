package io.tsad.dataset.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.dataset.testing.DataFolder;
import io.tsad.hostile.SpecialFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  @TempDir Path root;
  private DataFolder folder;

  @BeforeEach
  void fill() throws Exception {
    folder = DataFolder.small(root);
  }

  @Test
  void countsAndQuantilesStandInATable() {
    String text = report(0);
    assertLine("Classes: anomaly, normal; anomaly is the positive one", text);
    assertLine("train 2 3 5 40.0 %", text);
    assertLine("length 4 4 4 4 4", text);
    assertLine("range 2 2.4 6 9.6 10", text);
    assertLine("Series by their range's order of magnitude: 1e0 (4), 1e1 (1)", text);
    assertLine("Every file can be read.", text);
  }

  @Test
  void everyFaultyFileIsNamedAndTheRestStillInspected() throws Exception {
    folder.put("train/anomaly/0.npy", 1, Double.NaN);
    folder.text("val/normal/0.npy", "text");
    String text = report(3);
    assertLine("2 files cannot be used:", text);
    assertLine("has NaN at index 1; impute or remove missing values first", text);
    assertLine("train 3 3 6 50.0 %", text);
    assertLine("length 4 4 4 4 4", text);
  }

  @Test
  void seriesThatAreInBothSplitsAreALeak() throws Exception {
    folder.put("val/anomaly/copy.npy", 1, 0, 2, 1);
    String text = report(0);
    assertLine("Leak, same samples in train and val: 1", text);
    assertLine("train/anomaly/1.npy = val/anomaly/copy.npy", text);
  }

  @Test
  void seriesWithTwoClassesAreAContradiction() throws Exception {
    folder.put("train/normal/copy.npy", 1, 0, 2, 1);
    String text = report(0);
    assertLine("Contradiction, same samples in both classes: 1", text);
    assertLine("train/anomaly/1.npy = train/normal/copy.npy", text);
  }

  @Test
  void constantSeriesAndForeignFilesAreNamed() throws Exception {
    folder.put("val/normal/flat.npy", 3, 3, 3);
    folder.text("val/normal/notes.txt", "notes");
    String text = report(0);
    assertLine("Constant series in val: 1", text);
    assertLine("val/normal/flat.npy", text);
    assertLine("Ignored, no .npy file in a class folder: 1", text);
  }

  @Test
  void masksAreSummedUpAndChecked() throws Exception {
    folder.put("mask/train/anomaly/1.npy", 0, 1, 0, 0);
    folder.put("mask/train/anomaly/2.npy", 0, 1, 1, 1);
    folder.put("mask/val/anomaly/1.npy", 1, 1);
    folder.put("mask/val/anomaly/2.npy", 0, 0, 2, 0);
    String text = report(3).replaceAll("\\s+", " ");
    assertTrue(
        text.contains(
            "Masks for 2 of 2 series of train/anomaly; on average they mark 50.0 % of the samples"),
        text);
    assertTrue(text.contains("mask/val/anomaly/1.npy marks 2 samples, its series has 4"), text);
    assertTrue(text.contains("mask/val/anomaly/2.npy has marks other than 0 and 1"), text);
  }

  @Test
  void aPipeInThePlaceOfAMaskIsNamedAndNotWaitedFor() throws Exception {
    Path mask = Files.createDirectories(root.resolve("mask/train/anomaly")).resolve("1.npy");
    SpecialFile.FIFO.create(mask);
    String text = report(3);
    assertLine("mask/train/anomaly/1.npy", text);
    assertLine("is no regular file; write the mask there", text);
  }

  @Test
  void classesByOtherNamesAskForThePositiveOne() throws Exception {
    for (String split : List.of("train", "val")) {
      Files.move(root.resolve(split + "/anomaly"), root.resolve(split + "/1"));
      Files.move(root.resolve(split + "/normal"), root.resolve(split + "/0"));
    }
    assertLine("Classes: 0, 1; training needs --positive 0 or --positive 1", report(0));
    assertLine("Classes: 0, 1; 1 is the positive one", report(0, "--positive", "1"));
  }

  @Test
  void jsonHoldsTheSameForPrograms() throws Exception {
    folder.text("val/normal/0.npy", "text");
    Run run = Run.of("inspect", root.toString(), "--format", "json");
    assertEquals(3, run.code());
    Map<String, Object> json = JSON.std.mapFrom(run.out());
    assertEquals("anomaly", json.get("positive"));
    assertEquals(
        List.of(
            Map.of(
                "file",
                "val/normal/0.npy",
                "fault",
                "is not a .npy file (wrong magic bytes)",
                "remedy",
                "save the series with numpy.save")),
        json.get("problems"));
    assertTrue(json.get("train") instanceof Map<?, ?> train && train.containsKey("statistics"));
  }

  @Test
  void aFaultThatManyFilesHaveIsToldOnceWithTheirNumber() throws Exception {
    for (int i = 0; i < 1000; i++) {
      folder.put("train/anomaly/nan%03d.npy".formatted(i), 1, 2, i, Double.NaN);
    }
    folder.text("val/normal/0.npy", "text");
    String text = report(3);
    assertLine("1,001 files cannot be used:", text);
    assertLine("train/anomaly/nan000.npy", text);
    assertLine("and 999 more like it (--format json lists all)", text);
    assertLine("val/normal/0.npy", text);
    assertTrue(text.lines().count() < 60, text);
  }

  @Test
  void filesThatCannotBeReadDoNotMakeAClassASmallOne() throws Exception {
    for (int i = 0; i < 6; i++) {
      folder.text("val/normal/broken" + i + ".npy", "text");
    }
    String text = report(3).replaceAll("\\s+", " ");
    assertTrue(text.contains("2 in train/anomaly, 3 in train/normal, 2 in val/anomaly:"), text);
  }

  @Test
  void aNameWithALineEndStaysOnItsLine() throws Exception {
    folder.put("val/normal/a\nb.npy", 3, 3, 3);
    assertLine("val/normal/a\\u000ab.npy", report(0));
  }

  @Test
  void whatTrainingWillWarnOfIsSaidInBothFormats() throws Exception {
    folder.put("val/anomaly/copy.npy", 1, 0, 2, 1);
    String text = report(0).replaceAll("\\s+", " ");
    assertTrue(text.contains("Warning (leak): 1 of 6 series of val is in train too"), text);
    assertTrue(text.contains("Warning (few-series): there are few series, 2 in train/anom"), text);
    Object warnings =
        JSON.std
            .mapFrom(Run.of("inspect", root.toString(), "--format", "json").out())
            .get("warnings");
    assertEquals(
        List.of("leak", "few-series"),
        ((List<?>) Objects.requireNonNull(warnings))
            .stream().map(warning -> ((Map<?, ?>) warning).get("code")).toList());
  }

  @Test
  void theReportFitsEightyColumns() throws Exception {
    folder.put("train/normal/big.npy", -1.2345678e300, 0, 1.5e-300, 1e300);
    folder.put("train/normal/small.npy", -1.2345678e-300, 0, 1.5e-305, 99999.96);
    for (int i = 0; i < 9; i++) {
      folder.put("train/anomaly/a-series-with-quite-a-long-name-" + i + ".npy", i, i);
      folder.put("train/anomaly/b-series-with-quite-a-long-name-" + i + ".npy", 1, 2);
      folder.put("mask/train/anomaly/a-series-with-quite-a-long-name-" + i + ".npy", 1);
    }
    String text = report(3);
    assertLine("and 4 more (--format json lists all)", text);
    assertLine("train/anomaly/b-series-with-quite-a-long-name-4.npy and 4 more", text);
  }

  @Test
  void theLeakOfARealSetIsFound() throws Exception {
    String data = System.getenv("TSAD_TEST_DATA");
    Assumptions.assumeTrue(data != null, "TSAD_TEST_DATA names no folder of real data");
    Path out = root.resolve("strawberry");
    Path set = Path.of(data, "ucr", "Strawberry");
    Run.of("import", "ucr", set.toString(), "--out", out.toString(), "--anomaly", "2");
    String text = Run.of("inspect", out.toString()).out();
    assertLine("train/anomaly/00349.npy = val/normal/00119.npy", text);
  }

  private String report(int code, String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "inspect";
    args[1] = root.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    Run run = Run.of(args);
    assertEquals(code, run.code(), run.out() + run.err());
    assertEquals("", run.err());
    // The first line is the folder's own name.
    run.out().lines().skip(1).forEach(line -> assertTrue(line.length() <= 80, line));
    return run.out();
  }

  private static void assertLine(String expected, String text) {
    assertTrue(
        text.lines().map(line -> line.strip().replaceAll(" +", " ")).anyMatch(expected::equals),
        () -> "no line '" + expected + "' in:\n" + text);
  }
}
