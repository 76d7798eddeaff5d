package io.tsad.runtime.onnx;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.channels.FileChannel;
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
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > Integer.MAX_VALUE) {
        return Optional.empty(); // no protobuf is that large
      }
      WireFields model =
          new WireFields(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
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
