package io.tsad.dashboard.models;

import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.EvaluationReader;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.ModelFolder;
import io.tsad.runtime.model.TrainingFile;
import io.tsad.runtime.model.TrainingFile.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What training left beside a model; a model from elsewhere has none of it.
 *
 * @param evaluation how it did on the validation set
 * @param epochs how training went
 */
public record TrainingRecord(Optional<Evaluation> evaluation, List<Epoch> epochs) {
  /** Of a model from elsewhere. */
  static final TrainingRecord NONE = new TrainingRecord(Optional.empty(), List.of());

  /**
   * Reads it from a model's folder.
   *
   * @throws InvalidModelException if a file there is not what tsad-train writes
   */
  static TrainingRecord read(Path folder) throws InvalidModelException {
    Path evaluation = new ModelFolder(folder).evaluation();
    Path history = new ModelFolder(folder).history();
    return new TrainingRecord(
        Files.exists(evaluation)
            ? Optional.of(EvaluationReader.read(evaluation))
            : Optional.empty(),
        Files.exists(history) ? TrainingFile.read(history, TrainingRecord::epochs) : List.of());
  }

  private static List<Epoch> epochs(String text) throws IOException {
    List<Epoch> epochs = new ArrayList<>();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      Fields fields = Fields.of(line);
      epochs.add(
          new Epoch(
              (int) fields.number("epoch"),
              (int) fields.number("series"),
              fields.number("trainLoss"),
              fields.number("trainAccuracy"),
              fields.number("validationAccuracyAtArgmax"),
              fields.number("seconds")));
    }
    return List.copyOf(epochs);
  }
}
