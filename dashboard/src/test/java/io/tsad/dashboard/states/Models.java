package io.tsad.dashboard.states;

import io.tsad.dashboard.StoredValidation;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.TrainedModel;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.InputContract;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.SeriesStatistics;
import io.tsad.runtime.model.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folders of models, as training leaves them and otherwise. */
final class Models {
  private Models() {}

  /** One that is as it should be. */
  static void good(Path folder) throws IOException {
    TrainedModel.write(folder, 0.6, 2);
  }

  /** A better one, of another version. */
  static void other(Path folder) throws IOException {
    TrainedModel.write(folder, 0.7, 3);
  }

  /** One that learned nothing: it ranks validation series by chance. */
  static void useless(Path folder) throws IOException {
    TrainedModel.write(folder, 0.5, 0);
    StoredValidation.setAuc(folder, 0.36, 0.63);
  }

  /** One whose folder is broken: the file ends early. */
  static void broken(Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(TinyModel.write(folder, TinyModel.card(0.6)));
    Files.write(folder.resolve("model.onnx"), Arrays.copyOf(whole, whole.length / 2));
  }

  /** One that gives other probabilities than at its export. */
  static void failing(Path folder) throws IOException {
    TinyModel.write(folder, TinyModel.card(0.6, 0.9f));
  }

  /** One from elsewhere: the file alone, and it cannot tell where evidence lies. */
  static void bare(Path folder) throws IOException {
    TinyModel.write(folder, TinyModel.card(0.6));
  }

  /** One whose training was recorded, and which cannot tell where evidence lies. */
  static void withoutRelevance(Path folder) throws IOException {
    good(folder);
    bare(folder);
  }

  /** One with a card like those of tsad-train, and one's own classes. */
  static void described(Path folder) throws IOException {
    good(folder);
    TinyModel.writeRelevant(folder, card(false, provenance()));
  }

  /** One that pads, whose card is full of what nobody expects in it. */
  static void odd(Path folder) throws IOException {
    Map<String, Object> sections = new LinkedHashMap<>(provenance());
    Map<String, Object> nested = new LinkedHashMap<>();
    nested.put("schedule", List.of(Map.of("epochs", 1, "lr", 0.001), Map.of("epochs", 2)));
    nested.put("nothing", null);
    nested.put("empty", Map.of());
    nested.put("yes", true);
    nested.put("share", 0.12345678901234568);
    nested.put("deep", Map.of("deeper", Map.of("deepest", List.of(List.of(1, 2), List.of(3)))));
    nested.put("text", "<b>bold</b> & \"quoted\" " + "wide".repeat(40));
    sections.put("odd", nested);
    sections.put("line", "a text where others have a section");
    sections.put("number", 1234567.890123456);
    sections.put("list", List.of(1, 2, 3));
    good(folder);
    TinyModel.writeRelevant(folder, card(true, sections));
  }

  private static Map<String, Object> provenance() {
    Map<String, Object> sections = new LinkedHashMap<>();
    Map<String, Object> architecture = new LinkedHashMap<>();
    architecture.put("name", "cnn");
    architecture.put("parameters", Map.of("kernel", 6, "filters", List.of(64, 32)));
    architecture.put("parameterCount", 14_812_345);
    sections.put("architecture", architecture);
    sections.put("training", Map.of("epochs", 3, "batch", 10, "lr", 0.001, "recipe", "tsad"));
    sections.put(
        "data", Map.of("train normal", 1072, "train anomaly", 459, "sha256", "0a".repeat(32)));
    sections.put("libraries", Map.of("tsad", "0.1.0", "pytorch", "2.7.1"));
    sections.put("parity", Map.of("series", 525, "largestDifference", 6.9e-7));
    return sections;
  }

  private static ModelCard card(boolean pad, Map<String, Object> provenance) {
    List<SeriesStatistics> series = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      series.add(SeriesStatistics.of(Scene.around(i / 20.0 - 1)));
    }
    return new ModelCard(
        List.of("in order", "störung & co"),
        "störung & co",
        new LengthRule(TinyModel.SAMPLES, pad),
        new Threshold(0.6123456789012345, "youden"),
        Optional.of(InputContract.of(series)),
        provenance,
        List.of(
            new GoldenSeries(
                "val/in order/zeros.npy", new double[TinyModel.SAMPLES], List.of(0.5f, 0.5f))));
  }
}
