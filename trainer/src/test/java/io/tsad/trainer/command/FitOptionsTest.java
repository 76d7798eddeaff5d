package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.dataset.testing.LevelShifts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What options of fitting do to a training as a whole. */
class FitOptionsTest {
  @TempDir Path dir;
  private Path data = Path.of("");

  @BeforeEach
  void write() throws Exception {
    data = LevelShifts.ofLength(64).write(dir.resolve("data"), 40, 12);
  }

  private Path train(Object... more) {
    Path out = dir.resolve("models/" + Arrays.hashCode(more));
    Object[] fixed = {"--out", out, "--length", 64};
    TrainRun run = TrainRun.of(Stream.of(fixed, more).flatMap(Arrays::stream).toArray());
    assertEquals(0, run.code(), run.err());
    return out;
  }

  @Test
  void otherSeriesInValChangeNothingThatIsLearnt() throws Exception {
    Path other = LevelShifts.ofLength(64).write(dir.resolve("other"), 40, 30);
    Object[] options = {
      "--arch", "cnn", "--epochs", 12, "--patience", 3, "--schedule", "plateau=1"
    };
    Path one =
        train(Stream.of(new Object[] {"--data", data}, options).flatMap(Arrays::stream).toArray());
    Path two =
        train(Stream.of(new Object[] {"--data", other}, options).flatMap(Arrays::stream).toArray());
    assertEquals(graph(one), graph(two));
    Map<String, Object> card = card(one);
    assertEquals(card.get("threshold"), card(two).get("threshold"));
    assertEquals(card.get("training"), card(two).get("training"));
    assertNotEquals(card.get("validation"), card(two).get("validation"));
  }

  private static Object graph(Path model) throws Exception {
    return ModelProto.parseFrom(Files.readAllBytes(model.resolve("model.onnx"))).getGraph();
  }

  @Test
  void aBudgetEndsTheFitAndTheCardSaysThatItDid() throws Exception {
    Path out =
        train(
            "--arch",
            "cnn",
            "--data",
            data,
            "--budget",
            "4s",
            "--epochs",
            1_000_000,
            "--patience",
            0);
    Map<?, ?> training = training(out);
    Map<?, ?> fit = (Map<?, ?>) ((List<?>) get(training, "fits")).get(0);
    assertEquals("budget", fit.get("endedBy"));
    Map<?, ?> budget = (Map<?, ?>) get(training, "budget");
    assertEquals(4.0, budget.get("seconds"));
    assertEquals("cosine", training.get("schedule"));
    assertEquals(get(fit, "epochs"), Files.readAllLines(out.resolve("history.jsonl")).size());
  }

  @Test
  void pooledNetworksStopByThemselves() throws Exception {
    Path out = train("--data", data, "--arch", "litetime", "--ensemble", 1);
    Map<?, ?> training = training(out);
    assertEquals(100, training.get("epochs"));
    assertEquals(16, training.get("batch"));
    assertEquals(20, training.get("patience"));
    assertEquals("plateau=5", training.get("schedule"));
    Map<?, ?> deviations = (Map<?, ?>) get(training, "deviations");
    assertEquals(20, deviations.get("patience"));
    Map<String, Object> first =
        JSON.std.mapFrom(Files.readAllLines(out.resolve("history.jsonl")).get(0));
    assertEquals(0.001, first.get("learningRate"));
    assertTrue(first.containsKey("heldBackLoss"));
  }

  @Test
  void everyAugmentationAndBalanceTrains() throws Exception {
    for (String balance : List.of("weights", "none")) {
      Path out =
          train(
              "--arch",
              "cnn",
              "--data",
              data,
              "--epochs",
              8,
              "--balance",
              balance,
              "--augment",
              "jitter,scaling,time-warp,window-slice,mixup");
      assertEquals(
          List.of("jitter", "scaling", "time-warp", "window-slice", "mixup"),
          training(out).get("augmentations"));
      Map<?, ?> deviations = (Map<?, ?>) get(training(out), "deviations");
      assertEquals(balance, deviations.get("balance"));
      Map<?, ?> validation = (Map<?, ?>) get(card(out), "validation");
      Map<?, ?> auc = (Map<?, ?>) get(validation, "auc");
      assertTrue((Double) get(auc, "value") >= 0.9, auc::toString);
    }
  }

  private static Map<?, ?> training(Path model) throws Exception {
    return (Map<?, ?>) get(card(model), "training");
  }

  private static Map<String, Object> card(Path model) throws Exception {
    return JSON.std.mapFrom(Files.readString(model.resolve("card.json")));
  }

  private static Object get(Map<?, ?> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }
}
