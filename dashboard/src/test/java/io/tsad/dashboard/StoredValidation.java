package io.tsad.dashboard;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.runtime.evaluation.BaselineAccuracy;
import io.tsad.runtime.evaluation.EvaluationJson;
import io.tsad.runtime.evaluation.Evaluator;
import io.tsad.runtime.evaluation.Scored;
import io.tsad.runtime.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The validation that tsad-train stores beside a model, written as it does that. */
public final class StoredValidation {
  /** As the tiny models have them; the second is the positive one. */
  private static final List<String> CLASSES = List.of("normal", "anomaly");

  private StoredValidation() {}

  /** Of these series. */
  public static void write(Path model, double threshold, List<Scored> scored) throws IOException {
    Files.writeString(
        new ModelFolder(model).evaluation(),
        EvaluationJson.text(
            new Evaluator(CLASSES, 1).evaluate(scored, threshold, 0),
            new BaselineAccuracy(0.5, 0.5)));
  }

  /** Of one anomaly at 0.9 and one normal series at 0.2. */
  public static void writePair(Path model, double threshold) throws IOException {
    write(
        model,
        threshold,
        List.of(
            Scored.of("val/anomaly/a.npy", 1, 0.1f, 0.9f),
            Scored.of("val/normal/b.npy", 0, 0.8f, 0.2f)));
  }

  /** Gives the AUC that is stored another interval. */
  public static void setAuc(Path model, double low, double high) throws IOException {
    Path file = new ModelFolder(model).evaluation();
    Map<String, Object> fields = new LinkedHashMap<>(JSON.std.mapFrom(Files.readString(file)));
    fields.put("auc", Map.of("value", low, "low", low, "high", high));
    Files.writeString(file, JSON.std.asString(fields));
  }
}
