package io.tsad.dashboard;

import io.tsad.runtime.evaluation.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The folder of a tiny model as training leaves it: with its evaluation and its epochs. */
public final class TrainedModel {
  private static final int FILES = 60;

  private TrainedModel() {}

  /**
   * Writes it.
   *
   * @param threshold of its card
   * @param skill how far its validation sets anomalies apart, in standard deviations
   */
  public static void write(Path folder, double threshold, double skill) throws IOException {
    TinyModel.writeRelevant(folder, TinyModel.card(threshold));
    Random random = new Random(0);
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      boolean anomaly = i % 3 == 0;
      float score =
          TinyModel.probability(random.nextGaussian() + (anomaly ? skill : 0) - skill / 2);
      scored.add(
          Scored.of(
              "val/%s/%04d.npy".formatted(anomaly ? "anomaly" : "normal", i),
              anomaly ? 1 : 0,
              1 - score,
              score));
    }
    StoredValidation.write(folder, threshold, scored);
    Files.writeString(
        folder.resolve("history.jsonl"),
        """
        {"epoch":1,"series":600,"trainLoss":0.7,"trainAccuracy":0.6,"validationAccuracyAtArgmax":0.6,"seconds":9}
        {"epoch":2,"series":600,"trainLoss":0.3,"trainAccuracy":0.9,"validationAccuracyAtArgmax":0.8,"seconds":9}
        """);
  }
}
