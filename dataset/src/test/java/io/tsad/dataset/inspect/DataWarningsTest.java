package io.tsad.dataset.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.folder.DatasetFiles;
import io.tsad.dataset.folder.DatasetReader;
import io.tsad.dataset.testing.DataFolder;
import io.tsad.dataset.testing.WhiteNoise;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.Warning;
import io.tsad.runtime.series.NpyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What training warns of is what inspection reports, word by word. */
class DataWarningsTest {
  @TempDir Path root;
  private DataFolder folder;

  @BeforeEach
  void fill() throws Exception {
    folder = WhiteNoise.write(root, 6, 5);
  }

  @Test
  void thereIsNothingToSayOfUsualData() throws Exception {
    folder.text("train/normal/README.md", "about");
    folder.text("train/normal/plot.png", "a picture");
    assertEquals(List.of(), warnings());
  }

  @Test
  void aCopyOfTrainInValIsALeak() throws Exception {
    for (String name : List.of("anomaly", "normal")) {
      for (int i = 0; i < 5; i++) {
        copy("train/%s/0%d.npy".formatted(name, i), "val/%s/%02d.npy".formatted(name, i + 6));
      }
    }
    assertEquals(
        "10 of 10 series of val are in train too, such as train/anomaly/00.npy ="
            + " val/anomaly/06.npy: what val says of the model is too good; take them out of one of"
            + " the two",
        only("leak"));
  }

  @Test
  void oneSeriesInBothSplitsIsALeakUnderAnyName() throws Exception {
    copy("train/normal/03.npy", "val/normal/other.npy");
    assertTrue(only("leak").startsWith("1 of 11 series of val is in train too, such as"));
  }

  @Test
  void equalSeriesInBothClassesContradict() throws Exception {
    copy("train/anomaly/03.npy", "train/normal/other.npy");
    copy("train/anomaly/03.npy", "train/normal/third.npy");
    assertEquals(
        "3 series are in both classes, such as train/anomaly/03.npy = train/normal/other.npy: no"
            + " model can tell them apart; correct their labels",
        only("contradiction"));
  }

  @Test
  void theExampleShowsWhatIsMeant() throws Exception {
    copy("train/anomaly/03.npy", "train/anomaly/again.npy");
    copy("train/anomaly/03.npy", "train/normal/other.npy");
    copy("train/anomaly/03.npy", "val/normal/other.npy");
    List<String> texts = warnings().stream().map(Warning::text).toList();
    assertTrue(
        texts.get(0).contains("such as train/anomaly/03.npy = val/normal/other.npy:"),
        texts.toString());
    assertTrue(
        texts.get(1).contains("such as train/anomaly/03.npy = train/normal/other.npy:"),
        texts.toString());
  }

  @Test
  void aContradictionBetweenTheSplitsIsALeakToo() throws Exception {
    copy("train/anomaly/03.npy", "val/normal/other.npy");
    assertEquals(List.of("leak", "contradiction"), warnings().stream().map(Warning::code).toList());
  }

  @Test
  void copiesWithinAClassAreRepetitions() throws Exception {
    copy("val/anomaly/08.npy", "val/anomaly/again.npy");
    assertTrue(only("repetition").startsWith("1 series has the samples of another of the same"));
    copy("val/anomaly/08.npy", "val/anomaly/oncemore.npy");
    assertTrue(only("repetition").startsWith("2 series have the samples of another"));
  }

  @Test
  void constantSeriesMayBeAnomaliesAndNothingElse() throws Exception {
    folder.put("train/anomaly/stuck.npy", constant(1));
    folder.put("val/anomaly/stuck.npy", constant(1));
    assertEquals(List.of(), warnings());
    folder.put("val/normal/stuck.npy", constant(1));
    folder.put("val/normal/too.npy", constant(2));
    assertTrue(
        only("constant")
            .startsWith("2 series are constant and no anomaly, such as val/normal/stuck.npy: the"));
  }

  @Test
  void whereAllSeriesAreConstantThereIsNothingToLearn() throws Exception {
    for (var file : DatasetFiles.list(root).all()) {
      folder.put(file.name(), constant(file.label()));
    }
    assertEquals("all 22 series are constant: there is nothing to learn from", only("constant"));
  }

  @Test
  void aClassOfFewSeriesProvesLittle() throws Exception {
    Files.delete(root.resolve("val/normal/06.npy"));
    for (int i = 0; i < 5; i++) {
      Files.delete(root.resolve("train/anomaly/0" + i + ".npy"));
    }
    assertEquals(
        "there are few series, 1 in train/anomaly, 4 in val/normal: fewer than 5 of a class prove"
            + " little; add some",
        only("few-series"));
  }

  @Test
  void whatMayBeSeriesButIsNotReadIsNamed() throws Exception {
    folder.text("train/normal/a.CSV", "1,2,3");
    assertTrue(only("ignored").startsWith("1 file or folder in train and val is left out, such"));
    folder.text("val/anomaly/site 2/1.npy", "in a folder of its own");
    folder.text("train/beside.npy", "beside the classes");
    assertTrue(only("ignored").startsWith("3 files or folders in train and val are left out,"));
  }

  @Test
  void whatAModelDoesNotSeeMakesNoDifference() throws Exception {
    double[] longer = Arrays.copyOf(NpyReader.read(root.resolve("train/normal/03.npy")), 51);
    folder.put("val/anomaly/longer.npy", longer);
    assertEquals(List.of(), Inspection.of(root, null).warnings(), "whole series differ");
    assertEquals(
        List.of("leak", "contradiction"),
        DataWarnings.of(DatasetFiles.list(root), read(50)).stream().map(Warning::code).toList());
  }

  @Test
  void namesWithLineEndsStayOnOneLine() throws Exception {
    copy("train/normal/03.npy", "val/normal/a\nb.npy");
    assertTrue(only("leak").contains("val/normal/a\\u000ab.npy"));
  }

  private String only(String code) throws Exception {
    List<Warning> warnings = warnings();
    assertEquals(List.of(code), warnings.stream().map(Warning::code).toList(), warnings.toString());
    return warnings.get(0).text();
  }

  private List<Warning> warnings() throws Exception {
    List<Warning> warnings = DataWarnings.of(DatasetFiles.list(root), read(50));
    assertEquals(warnings, Inspection.of(root, null).warnings());
    return warnings;
  }

  private Dataset read(int samples) throws Exception {
    return DatasetReader.read(root, null, new LengthRule(samples, false), fault -> {});
  }

  private void copy(String from, String to) throws Exception {
    folder.put(to, NpyReader.read(root.resolve(from)));
  }

  private static double[] constant(double value) {
    double[] values = new double[50];
    Arrays.fill(values, value);
    return values;
  }
}
