package io.tsad.runtime.onnx;

import io.tsad.runtime.model.InvalidModelException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds tensors whose values are in another file. ONNX Runtime loads such a model without a word
 * where that file is, and the model that was copied elsewhere is broken, so the contract forbids it
 * and somebody has to look.
 *
 * <p>This walks from message to message down to the tensors and skips everything else unread.
 */
public final class OutsideWeights {
  /** The messages that can hold a tensor: which of their fields hold which message. */
  private enum Message {
    MODEL,
    GRAPH,
    FUNCTION,
    NODE,
    ATTRIBUTE,
    SPARSE_TENSOR,
    TENSOR;

    private static final Map<Message, Map<Integer, Message>> FIELDS =
        Map.of(
            MODEL, Map.of(7, GRAPH, 25, FUNCTION),
            GRAPH, Map.of(1, NODE, 5, TENSOR, 15, SPARSE_TENSOR),
            FUNCTION, Map.of(7, NODE),
            NODE, Map.of(5, ATTRIBUTE),
            ATTRIBUTE,
                Map.of(
                    5,
                    TENSOR,
                    6,
                    GRAPH,
                    10,
                    TENSOR,
                    11,
                    GRAPH,
                    22,
                    SPARSE_TENSOR,
                    23,
                    SPARSE_TENSOR),
            SPARSE_TENSOR, Map.of(1, TENSOR, 2, TENSOR),
            TENSOR, Map.of());

    @Nullable Message in(int field) {
      return FIELDS.getOrDefault(this, Map.of()).get(field);
    }
  }

  private static final int NAME = 8;
  private static final int DATA_LOCATION = 14;
  private static final int EXTERNAL = 1;

  private OutsideWeights() {}

  /**
   * Checks that {@code file} holds all of its model.
   *
   * @throws InvalidModelException if it does not; the first tensor that is elsewhere is named
   */
  public static void refuse(Path file) throws InvalidModelException {
    @Nullable String tensor;
    try {
      tensor = find(new WireFields(WireFields.map(file)), Message.MODEL);
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      return; // damaged: ONNX Runtime says so
    }
    if (tensor != null) {
      throw new InvalidModelException(
          file.toString(),
          "is not one file: the values of %s are elsewhere".formatted(tensor),
          "save it with its weights inside: in Python, onnx.save(onnx.load(file), file)");
    }
  }

  /** The name of the first tensor in {@code message} that is elsewhere, or null. */
  private static @Nullable String find(WireFields fields, Message message) {
    boolean outside = false;
    String name = "a tensor";
    while (fields.next()) {
      Message inner = message.in(fields.number());
      if (inner != null) {
        String found = find(fields.inside(), inner);
        if (found != null) {
          return found;
        }
      } else if (message == Message.TENSOR && fields.number() == NAME) {
        name = fields.text();
      } else if (message == Message.TENSOR && fields.number() == DATA_LOCATION) {
        outside |= fields.value() == EXTERNAL;
      }
    }
    return outside ? name : null;
  }
}
