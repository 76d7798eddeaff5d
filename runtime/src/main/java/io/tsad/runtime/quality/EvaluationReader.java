package io.tsad.runtime.quality;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.runtime.model.InvalidModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    try {
      Fields fields = new Fields(JSON.std.mapFrom(Files.readString(file)));
      int version = (int) fields.number("version");
      if (version != EvaluationJson.VERSION) {
        throw new InvalidModelException(
            file.toString(),
            "is of version %d, and this tsad reads version %d"
                .formatted(version, EvaluationJson.VERSION),
            "train again with this tsad, or use the one that wrote it",
            null);
      }
      return evaluation(fields);
    } catch (IOException | RuntimeException e) {
      // A missing field is an IllegalArgumentException, a wrong one a ClassCastException or an
      // index that does not exist: the file is not ours either way.
      throw new InvalidModelException(
          file.toString(), "is not what tsad-train writes", "train again, or remove the file", e);
    }
  }

  private static Evaluation evaluation(Fields fields) {
    List<String> classes = fields.list("classes").stream().map(String.class::cast).toList();
    int positive = classes.indexOf(fields.text("positive"));
    List<Scored> scored = new ArrayList<>();
    for (Object file : fields.list("files")) {
      scored.add(scored(Fields.of(file), classes));
    }
    Fields bootstrap = Fields.of(fields.get("bootstrap"));
    return new Evaluator(classes, positive)
        .evaluate(
            scored,
            fields.number("threshold"),
            new BootstrapIntervals(
                (int) bootstrap.number("resamples"),
                (long) bootstrap.number("seed"),
                fields.interval("accuracy"),
                fields.interval("balancedAccuracy"),
                fields.interval("auc"),
                fields.interval("averagePrecision")));
  }

  private static Scored scored(Fields file, List<String> classes) {
    List<?> probability = file.list("probability");
    return Scored.of(
        file.text("name"),
        classes.indexOf(file.text("label")),
        ((Number) probability.get(0)).floatValue(),
        ((Number) probability.get(1)).floatValue());
  }

  /** A JSON object; a field that is not as it should be is an exception. */
  private record Fields(Map<String, Object> values) {
    @SuppressWarnings("unchecked")
    static Fields of(Object object) {
      return new Fields((Map<String, Object>) object);
    }

    Object get(String name) {
      Object value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("no field " + name);
      }
      return value;
    }

    String text(String name) {
      return (String) get(name);
    }

    double number(String name) {
      return ((Number) get(name)).doubleValue();
    }

    List<?> list(String name) {
      return (List<?>) get(name);
    }

    Interval interval(String name) {
      Fields estimate = of(get(name));
      return new Interval(estimate.number("low"), estimate.number("high"));
    }
  }
}
