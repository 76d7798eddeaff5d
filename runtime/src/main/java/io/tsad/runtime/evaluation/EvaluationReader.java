package io.tsad.runtime.evaluation;

import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.TrainingFile;
import io.tsad.runtime.model.TrainingFile.Fields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code evaluation.json}, which {@link EvaluationJson} writes. Counts and curves are made
 * from the files' probabilities again; intervals, which take a thousand resamples, are read.
 */
public final class EvaluationReader {
  private EvaluationReader() {}

  /**
   * Reads a file.
   *
   * @throws InvalidModelException if it is not what tsad-train writes
   */
  public static Evaluation read(Path file) throws InvalidModelException {
    return TrainingFile.read(
        file,
        text -> {
          Fields fields = Fields.of(text);
          int version = (int) fields.number("version");
          if (version != EvaluationJson.VERSION) {
            throw new InvalidModelException(
                file.toString(),
                "is of version %d, and this tsad reads version %d"
                    .formatted(version, EvaluationJson.VERSION),
                "train again with this tsad, or use the one that wrote it");
          }
          return evaluation(fields);
        });
  }

  private static Evaluation evaluation(Fields fields) {
    List<String> classes = fields.list("classes").stream().map(String.class::cast).toList();
    int positive = classes.indexOf(fields.text("positive"));
    List<Scored> scored = new ArrayList<>();
    for (Object file : fields.list("files")) {
      scored.add(scored(Fields.of(file), classes));
    }
    Fields bootstrap = fields.fields("bootstrap");
    return new Evaluator(classes, positive)
        .evaluate(
            scored,
            fields.number("threshold"),
            new BootstrapIntervals(
                (int) bootstrap.number("resamples"),
                (long) bootstrap.number("seed"),
                interval(fields.fields("accuracy")),
                interval(fields.fields("balancedAccuracy")),
                interval(fields.fields("auc")),
                interval(fields.fields("averagePrecision"))));
  }

  private static Scored scored(Fields file, List<String> classes) {
    List<?> probability = file.list("probability");
    return Scored.of(
        file.text("name"),
        classes.indexOf(file.text("label")),
        ((Number) probability.get(0)).floatValue(),
        ((Number) probability.get(1)).floatValue());
  }

  private static Interval interval(Fields estimate) {
    return new Interval(estimate.number("low"), estimate.number("high"));
  }
}
