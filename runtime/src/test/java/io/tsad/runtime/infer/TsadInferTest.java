package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.runtime.Sha256;
import io.tsad.runtime.detect.RelevantModel;
import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.detect.TinyModel.Flaw;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.InputContract;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.SeriesStatistics;
import io.tsad.runtime.series.NpyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsadInferTest {
  @TempDir Path folder;
  private Path model = Path.of("");

  @BeforeEach
  void writeModel() throws Exception {
    model = folder.resolve("models/demo");
    TinyModel.write(model.resolve("model.onnx"), TinyModel.card(2));
  }

  private Path series(String name, double... values) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    NpyWriter.write(file, values);
    return file;
  }

  @Test
  void textIsPathVerdictAndProbabilityInTheOrderGiven() throws Exception {
    Path high = series("high.npy", 2, 4); // softmax(0, 3)
    Path low = series("low.npy", -1, 0); // softmax(0, -1/2)
    assertEquals(
        new Run(
            0,
            List.of(
                high + "\tanomaly\t0.952574",
                low + "\tnormal\t0.377541",
                high + "\tanomaly\t0.952574"),
            List.of()),
        Run.with(model, high, low, high));
  }

  @Test
  void anExplanationIsAColumnMoreOfTheTopWindowsAndTheirShares() throws Exception {
    RelevantModel.write(model.resolve("model.onnx"), TinyModel.card(6));
    Path two = series("two.npy", 4, 4, 0, 0, 2, -3);
    Path none = series("none.npy", -1, -2, -3, -4, -5, -6);
    assertEquals(
        new Run(
            0,
            List.of(
                two + "\tanomaly\t0.762542\t0-2:0.800 4-5:0.200", none + "\tnormal\t0.029312\t-"),
            List.of()),
        Run.with(model, "--explain", two, none));
    Run csv = Run.with(model, "--explain", "--format=csv", two);
    assertTrue(csv.out().get(0).endsWith(",provider,relevance"), csv.out().get(0));
    assertTrue(csv.out().get(1).endsWith("Provider,0-2:0.800 4-5:0.200"), csv.out().get(1));
    Run json = Run.with(model, "--explain", "--format=json", two);
    assertEquals(
        List.of(Map.of("from", 0, "to", 2, "share", 0.8), Map.of("from", 4, "to", 5, "share", 0.2)),
        JSON.std.mapFrom(json.out().get(0)).get("relevance"));
  }

  @Test
  void ofAConstantSeriesNoEvidenceIsClaimed() throws Exception {
    RelevantModel.write(model.resolve("model.onnx"), TinyModel.card(3));
    Path flat = series("flat.npy", 4, 4, 4);
    Path cut = series("cut.npy", 4, 4, 4, 0); // all that the model sees is
    for (String line : Run.with(model, "--explain", flat, cut).out()) {
      assertTrue(line.endsWith("\t-"), line);
    }
    Run json = Run.with(model, "--explain", "--format=json", flat);
    assertEquals(List.of(), JSON.std.mapFrom(json.out().get(0)).get("relevance"));
  }

  @Test
  void aModelThatCannotExplainSaysSo() throws Exception {
    assertEquals(
        new Run(
            4,
            List.of(),
            List.of(
                "tsad-infer: %s: does not say where the evidence lies: it has no output relevance;"
                        .formatted(model.resolve("model.onnx"))
                    + " score without --explain, or export the model again:"
                    + " docs/model-contract.md")),
        Run.with(model, "--explain", series("a.npy", 1, 2)));
  }

  @Test
  void jsonIsAnObjectALine() throws Exception {
    Path cut = series("ä \"1\".npy", 0, 0, 7);
    Run run = Run.with(model, "--format=json", cut);
    assertEquals(
        Map.of(
            "path",
            cut.toString(),
            "verdict",
            "anomaly",
            "probability",
            0.5,
            "threshold",
            0.5,
            "flags",
            List.of("constant", "cut"),
            "model",
            "demo",
            "version",
            Sha256.of(CardJson.write(TinyModel.card(2))).substring(0, 12),
            "provider",
            "CPUExecutionProvider"),
        JSON.std.mapFrom(run.out().get(0)));
    assertEquals(1, run.out().size());
    assertEquals(
        List.of(
            "tsad-infer: 1 series constant: all samples equal",
            "tsad-infer: 1 series cut: samples beyond the model's length were not looked at"),
        run.err());
  }

  @Test
  void aFolderMeansItsSeriesInNameOrderAmongTheOthers() throws Exception {
    Path one = series("one.npy", 1, 1.5);
    List<String> expected = new ArrayList<>();
    for (int i = 100; i < 170; i++) { // more than one batch
      expected.add(series("many/" + i % 2 + "/" + i + ".npy", i, -i) + "\tanomaly\t0.500000");
    }
    expected.sort(null);
    expected.add(0, one + "\tanomaly\t0.777300");
    expected.add(one + "\tanomaly\t0.777300");
    assertEquals(
        new Run(0, expected, List.of()), Run.with(model, one, folder.resolve("many"), one));
  }

  @Test
  void aDashIsStandardInput() throws Exception {
    Path file = series("a.npy", 2, 4);
    try (InputStream in = Files.newInputStream(file)) {
      assertEquals(
          new Run(0, List.of("-\tanomaly\t0.952574"), List.of()), Run.with(model, in, "-"));
    }
  }

  @Test
  void anUnreadableOneAmongGoodOnesIsReportedAndTheOthersAreScored() throws Exception {
    Path good = series("good.npy", 2, 4);
    Path bad = Files.writeString(folder.resolve("bad.npy"), "1,2,3\n");
    Path gone = folder.resolve("gone.npy");
    assertEquals(
        new Run(
            3,
            List.of(
                good + "\tanomaly\t0.952574", "-\tnormal\t0.377541", good + "\tanomaly\t0.952574"),
            List.of(
                "tsad-infer: "
                    + bad
                    + ": is not a .npy file (wrong magic bytes); save the series with numpy.save",
                "tsad-infer: " + gone + ": no such file; check the path")),
        Run.with(
            model,
            Files.newInputStream(series("low.npy", -1, 0)),
            "--exit-code",
            good,
            bad,
            "-",
            gone,
            good),
        "an unreadable series outweighs an anomaly");
  }

  @Test
  void withExitCodeAnAnomalyEndsWithTen() throws Exception {
    Path high = series("high.npy", 2, 4);
    Path low = series("low.npy", -1, 0);
    assertEquals(10, Run.with(model, "--exit-code", low, high, low).code());
    assertEquals(0, Run.with(model, "--exit-code", low).code());
    assertEquals(0, Run.with(model, high).code());
  }

  @Test
  void paddedSeriesAreCounted() throws Exception {
    TinyModel.write(
        model.resolve("model.onnx"),
        TinyModel.card(List.of("normal", "anomaly"), new LengthRule(3, true), 0.9));
    Path file = series("short.npy", 0, 3);
    assertEquals(
        new Run(
            0,
            List.of(file + "\tnormal\t0.880797", file + "\tnormal\t0.880797"),
            List.of("tsad-infer: 2 series padded with the last value to the model's length")),
        Run.with(model, file, file));
  }

  @Test
  void autoSaysOnceWhatItTookAndWhy() throws Exception {
    Path file = series("a.npy", 2, 4);
    Run run =
        Run.of(
            InputStream.nullInputStream(),
            new ModelFinder(model.toString(), List.of()),
            file.toString(),
            file.toString());
    assertEquals(
        List.of(
            "tsad-infer: runs on CPUExecutionProvider: this build has no CUDA (no libonnxruntime_providers_cuda.so)"),
        run.err());
    assertEquals(0, run.code());
  }

  @Test
  void cudaOrNothingEndsWithFiveAndOneLine() throws Exception {
    Path file = series("a.npy", 2, 4);
    Run run =
        Run.of(
            InputStream.nullInputStream(),
            new ModelFinder(model.toString(), List.of()),
            "--device=cuda",
            file.toString());
    assertEquals(5, run.code());
    assertEquals(List.of(), run.out());
    assertEquals(1, run.err().size(), run.err().toString());
  }

  @Test
  void aModelThatAnswersNonsenseEndsWithFourAndOneLine() throws Exception {
    TinyModel.write(model.resolve("model.onnx"), TinyModel.card(2), Flaw.NOT_ALWAYS_A_NUMBER);
    Path good = series("good.npy", 2, 4);
    Path bad = series("bad.npy", -2, -4);
    Run run = Run.with(model, good, bad);
    assertEquals(4, run.code());
    assertEquals(List.of(), run.out());
    assertEquals(
        List.of(
            "tsad-infer: %s: answers with NaN and NaN to %s, no probabilities that sum to 1;"
                    .formatted(model.resolve("model.onnx"), bad)
                + " the contract wants series float64 [batch, length] in and probability float32"
                + " [batch, 2] out: docs/model-contract.md"),
        run.err());
  }

  @Test
  void csvHasAHeaderAndARowForEachSeries() throws Exception {
    Path odd = series("a, \"b\".npy", 0, 0, 7);
    Path plain = series("b.npy", 2, 4);
    String version = Sha256.of(CardJson.write(TinyModel.card(2))).substring(0, 12);
    String tail = ",demo," + version + ",CPUExecutionProvider";
    assertEquals(
        List.of(
            "path,verdict,probability,threshold,flags,model,version,provider",
            "\"%s\",anomaly,0.5,0.5,constant cut".formatted(odd.toString().replace("\"", "\"\""))
                + tail,
            plain + ",anomaly,0.95257413,0.5," + tail),
        Run.with(model, "--format=csv", odd, plain).out());
  }

  @Test
  void anArchiveATableAndAChosenColumnAreReadToo() throws Exception {
    Path table = Files.writeString(folder.resolve("t.csv"), "time,load\n1,2\n2,4\n");
    assertEquals(
        new Run(0, List.of(table + "\tanomaly\t0.952574"), List.of()),
        Run.with(model, "--column=load", table));
    assertEquals(
        new Run(0, List.of(table + "\tanomaly\t0.952574"), List.of()),
        Run.with(model, "--column=2", table));
    assertEquals(3, Run.with(model, table).code());
  }

  @Test
  void aNameNeverBreaksALineOfText() throws Exception {
    Path odd = series("a\nb\tc.npy", 2, 4);
    assertEquals(
        List.of(folder + "/a\\u000ab\\u0009c.npy\tanomaly\t0.952574"), Run.with(model, odd).out());
  }

  @Test
  void howManyAreScoredAtATimeChangesNothing() throws Exception {
    for (int i = 100; i < 300; i++) {
      series("many/" + i + ".npy", i / 100.0, -1);
    }
    Run one = Run.with(model, "--threads=1", folder.resolve("many"));
    assertEquals(200, one.out().size());
    assertEquals(one, Run.with(model, "--threads=5", folder.resolve("many")));
  }

  private static final InputContract CONTRACT =
      InputContract.of(
          List.of(
              SeriesStatistics.of(new double[] {0, 1}), SeriesStatistics.of(new double[] {0, 2})));

  private Path modelWithContract() throws IOException {
    ModelCard card = TinyModel.card(2);
    Path file = folder.resolve("models/contract/model.onnx");
    TinyModel.write(
        file,
        new ModelCard(
            card.classes(),
            card.positive(),
            card.length(),
            card.threshold(),
            Optional.of(CONTRACT),
            Map.of(),
            List.of()));
    return file;
  }

  @Test
  void aSeriesUnlikeThoseInTrainingIsFlaggedAndWithStrictRefused() throws Exception {
    Path like = series("like.npy", 0, 1.5);
    Path unlike = series("unlike.npy", 0, 1000);
    Path judge = modelWithContract();
    Run run = Run.with(judge, like, unlike);
    assertEquals(0, run.code());
    assertEquals(
        List.of("tsad-infer: 1 series outside-contract: unlike the training series"), run.err());
    Run strict = Run.with(judge, "--strict", like, unlike);
    assertEquals(3, strict.code());
    assertEquals(List.of(like + "\tanomaly\t0.679179"), strict.out());
    assertEquals(1, strict.err().size());
    assertTrue(
        strict.err().get(0).startsWith("tsad-infer: " + unlike + ": is unlike the training series"),
        strict.err().get(0));
  }

  @Test
  void theSelfTestScoresTheGoldenSeries() throws Exception {
    GoldenSeries right = new GoldenSeries("right", new double[] {0, 0}, List.of(0.5f, 0.5f));
    GoldenSeries wrong = new GoldenSeries("wrong", new double[] {2, 4}, List.of(0.5f, 0.5f));
    Path file = folder.resolve("models/golden/model.onnx");
    TinyModel.write(file, TinyModel.card(2).withGolden(List.of(right)));
    assertEquals(
        new Run(
            0,
            List.of("right\texpected 0.500000, got 0.500000"),
            List.of(
                "tsad-infer: self-test on CPUExecutionProvider:"
                    + " all 1 golden series as at export, largest difference 0")),
        Run.with(file, "--self-test"));
    TinyModel.write(file, TinyModel.card(2).withGolden(List.of(right, wrong)));
    Run failed = Run.with(file, "--self-test");
    assertEquals(4, failed.code());
    assertEquals("wrong\texpected 0.500000, got 0.952574", failed.out().get(1));
    assertEquals(4, Run.with(model, "--self-test").code(), "nothing was proved");
    assertEquals(2, Run.with(file, "--self-test", "a.npy").code());
  }
}
