package io.tsad.runtime.model;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.runtime.FileReason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads JSON that tsad-train writes beside a model; what is not as it writes it is told. */
public final class TrainingFile {
  private TrainingFile() {}

  /** Makes something of a file's text; a {@link Fields} that is wrong, or any other, may throw. */
  public interface Parser<T> {
    T parse(String text) throws IOException, InvalidModelException;
  }

  /**
   * Reads {@code file}.
   *
   * @throws InvalidModelException if it cannot be read, or is not what tsad-train writes
   */
  public static <T> T read(Path file, Parser<T> parser) throws InvalidModelException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new InvalidModelException(file.toString(), "is no regular file", "remove it");
    }
    try {
      return parser.parse(Files.readString(file));
    } catch (FileSystemException e) {
      throw new InvalidModelException(
          file.toString(),
          "cannot be read (%s)".formatted(FileReason.of(e)),
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

  private static final class NotOursException extends RuntimeException {
    NotOursException(String message) {
      super(message);
    }
  }

  /** A JSON object; a field that is not as it should be is an exception. */
  public record Fields(Map<String, Object> values) {
    /** The object that is all of {@code json}. */
    public static Fields of(String json) throws IOException {
      return new Fields(JSON.std.mapFrom(json));
    }

    /** One within a list. */
    @SuppressWarnings("unchecked")
    public static Fields of(Object object) {
      return new Fields((Map<String, Object>) object);
    }

    private <T> T get(String name, Class<T> type) {
      Object value = values.get(name);
      if (!type.isInstance(value)) {
        throw new NotOursException(
            value == null ? "it has no field " + name : "its field " + name + " is none of ours");
      }
      return type.cast(value);
    }

    /** The object in a field. */
    public Fields fields(String name) {
      return of(get(name, Map.class));
    }

    /** The text in a field. */
    public String text(String name) {
      return get(name, String.class);
    }

    /** The number in a field. */
    public double number(String name) {
      return get(name, Number.class).doubleValue();
    }

    /** The list in a field. */
    public List<?> list(String name) {
      return get(name, List.class);
    }
  }
}
