package io.tsad.trainer.export;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.Device;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a fitted model as {@code model.onnx} and {@code card.json}, in two steps, because the card
 * tells how the exported model scores: first the model with a draft of its card, scored on the
 * validation set by the {@link Detector} that will score for users; then, with the results in the
 * card, for good.
 */
public final class Exporter {
  private static final int BATCH = 32;

  private final OnnxModel model;
  private final Path file;
  private final ModelCard draft;

  /**
   * @param fitted the model
   * @param folder to write into
   * @param draft the card without golden series and without what only scoring can tell
   * @param version of tsad
   */
  public Exporter(ModelNodes fitted, Path folder, ModelCard draft, String version) {
    this.model = new OnnxModel(fitted, draft.length(), draft.positiveIndex(), version);
    this.file = folder.resolve("model.onnx");
    this.draft = draft;
  }

  /**
   * Writes the draft and scores with it.
   *
   * @param trained what the fitted model says in the trainer, one row per series
   * @throws ParityException if the exported model says otherwise
   */
  public ScoredExport score(List<Series> series, List<float[]> trained)
      throws IOException, TsadException {
    model.write(file, draft);
    List<List<Float>> exported = score(file, series);
    return new ScoredExport(exported, Parity.check(series, trained, exported));
  }

  /** What the model in {@code file} says of {@code series}, one row per series. */
  static List<List<Float>> score(Path file, List<Series> series) throws TsadException {
    List<List<Float>> rows = new ArrayList<>();
    try (Detector detector = Detector.open(file, Device.CPU)) {
      for (int from = 0; from < series.size(); from += BATCH) {
        List<Series> batch = series.subList(from, Math.min(series.size(), from + BATCH));
        for (Detection detection : detector.detect(batch)) {
          rows.add(detection.probabilities());
        }
      }
    }
    return rows;
  }

  /**
   * Writes the model for good.
   *
   * @param results what the card says of the model's quality, by the names of its sections
   * @return its card
   */
  public ModelCard finish(
      ScoredExport scores, Map<String, Object> results, List<GoldenSeries> golden)
      throws IOException {
    Map<String, Object> provenance = new LinkedHashMap<>(draft.provenance());
    provenance.putAll(results);
    provenance.put("parity", scores.parity().toMap());
    ModelCard card = draft.withProvenance(provenance).withGolden(golden);
    model.write(file, card);
    Files.writeString(file.resolveSibling("card.json"), CardJson.write(card) + "\n");
    return card;
  }
}
