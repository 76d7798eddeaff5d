package io.tsad.dashboard.models;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.dashboard.fault.Cause;
import io.tsad.runtime.model.InvalidModelException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    Path evaluation = folder.resolve("evaluation.json");
    Path history = folder.resolve("history.jsonl");
    return new TrainingRecord(
        Files.exists(evaluation)
            ? Optional.of(readAs(evaluation, TrainingRecord::evaluation))
            : Optional.empty(),
        Files.exists(history) ? readAs(history, TrainingRecord::epochs) : List.of());
  }

  private interface Parser<T> {
    T parse(String text) throws IOException;
  }

  private static <T> T readAs(Path file, Parser<T> parser) throws InvalidModelException {
    try {
      return parser.parse(Files.readString(file));
    } catch (FileSystemException e) {
      throw new InvalidModelException(
          file.toString(),
          "cannot be read (%s)".formatted(Cause.of(e)),
          "check its permissions",
          e);
    } catch (IOException | RuntimeException e) {
      // Whatever is not as it should be: the file is not ours.
      throw new InvalidModelException(
          file.toString(),
          "is not what tsad-train writes"
              + (e instanceof NotOursException ? ": " + e.getMessage() : ""),
          "train again, or remove the file",
          e);
    }
  }

  private static Evaluation evaluation(String text) throws IOException {
    Fields fields = new Fields(JSON.std.mapFrom(text));
    List<String> classes = fields.list("classes").stream().map(String.class::cast).toList();
    String positive = fields.text("positive");
    int index = classes.indexOf(positive);
    List<Evaluation.Scored> files = new ArrayList<>();
    for (Object file : fields.list("files")) {
      Fields scored = Fields.of(file);
      files.add(
          new Evaluation.Scored(
              scored.text("name"),
              scored.text("label").equals(positive),
              ((Number) scored.list("probability").get(index)).floatValue()));
    }
    return new Evaluation(
        classes,
        positive,
        fields.number("threshold"),
        fields.estimate("accuracy"),
        fields.estimate("balancedAccuracy"),
        fields.estimate("auc"),
        fields.estimate("averagePrecision"),
        files);
  }

  private static List<Epoch> epochs(String text) throws IOException {
    List<Epoch> epochs = new ArrayList<>();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      Fields fields = new Fields(JSON.std.mapFrom(line));
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

  /** Says what of a file is not as tsad-train writes it. */
  private static final class NotOursException extends RuntimeException {
    NotOursException(String message) {
      super(message);
    }
  }

  /** A JSON object; a field that is not as it should be is an exception. */
  private record Fields(Map<String, Object> values) {
    @SuppressWarnings("unchecked")
    static Fields of(Object object) {
      return new Fields((Map<String, Object>) object);
    }

    Object get(String name) {
      return get(name, Object.class);
    }

    private <T> T get(String name, Class<T> type) {
      Object value = values.get(name);
      if (!type.isInstance(value)) {
        throw new NotOursException(
            value == null ? "it has no field " + name : "its field " + name + " is none of ours");
      }
      return type.cast(value);
    }

    String text(String name) {
      return get(name, String.class);
    }

    double number(String name) {
      return get(name, Number.class).doubleValue();
    }

    List<?> list(String name) {
      return get(name, List.class);
    }

    Estimate estimate(String name) {
      Fields estimate = of(get(name));
      return new Estimate(
          estimate.number("value"), estimate.number("low"), estimate.number("high"));
    }
  }
}
