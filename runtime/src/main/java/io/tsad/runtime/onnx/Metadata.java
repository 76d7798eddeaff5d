package io.tsad.runtime.onnx;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.Optional;

/** The {@code metadata_props} of a model, read without opening it: the graph is skipped unread. */
public final class Metadata {
  private static final int METADATA_PROPS = 14;
  private static final int KEY = 1;
  private static final int VALUE = 2;

  private Metadata() {}

  /**
   * The value of {@code key} in {@code file}; empty where there is none, or the file is no ONNX.
   */
  public static Optional<String> of(String key, Path file) {
    try {
      WireFields model = new WireFields(WireFields.map(file));
      while (model.next()) {
        if (model.number() == METADATA_PROPS && field(model.inside(), KEY).equals(key)) {
          return Optional.of(field(model.inside(), VALUE));
        }
      }
      return Optional.empty();
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty(); // damaged: ONNX Runtime says so
    }
  }

  private static String field(WireFields fields, int number) {
    while (fields.next()) {
      if (fields.number() == number) {
        return fields.text();
      }
    }
    return "";
  }
}
