package io.tsad.runtime.onnx;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model without one of its outputs, and without the nodes that only this one needs. ONNX Runtime
 * runs every node there is, whichever outputs are asked for, and even where none depends on it.
 *
 * <p>What is left out stays in place: it gets the number of a field that ONNX reserves, which every
 * reader of protobuf skips. Nothing moves, so nothing else changes.
 */
public final class PrunedModel {
  private static final int MODEL_GRAPH = 7;

  /** Reserved in ONNX's {@code GraphProto}; the tag of a field with content, in one byte. */
  private static final byte SKIPPED = 3 << 3 | 2;

  private PrunedModel() {}

  /**
   * Reads {@code file} without {@code output}.
   *
   * @return the whole model in native memory, or null where it has no such output, is no ONNX, or
   *     is larger than the native memory that Java may have
   */
  public static @Nullable ByteBuffer without(String output, Path file) {
    try {
      ByteBuffer model = WireFields.map(file);
      List<Integer> places = useless(output, new WireFields(model.duplicate()));
      if (places.isEmpty()) {
        return null;
      }
      ByteBuffer pruned = ByteBuffer.allocateDirect(model.capacity()).put(model);
      places.forEach(place -> pruned.put(place, SKIPPED));
      return pruned.flip();
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      return null; // damaged: ONNX Runtime says so
    } catch (OutOfMemoryError e) {
      return null; // ONNX Runtime has its own memory: the model as it is runs, if slower
    }
  }

  /** Where the fields begin that nothing but {@code output} needs, its declaration among them. */
  private static List<Integer> useless(String output, WireFields model) {
    List<Integer> places = new ArrayList<>();
    while (model.next()) {
      if (model.number() == MODEL_GRAPH) {
        places.addAll(uselessIn(model.inside(), output));
      }
    }
    return places;
  }

  private static List<Integer> uselessIn(WireFields graph, String output) {
    List<Integer> places = new ArrayList<>();
    List<GraphNode> nodes = new ArrayList<>();
    Set<String> needed = new HashSet<>();
    while (graph.next()) {
      if (graph.number() == GraphNode.IN_GRAPH) {
        nodes.add(GraphNode.read(graph.start(), graph.inside()));
      } else if (graph.number() == GraphNode.OUTPUT_OF_GRAPH) {
        String name = GraphNode.nameOf(graph.inside());
        if (name.equals(output)) {
          places.add(graph.start());
        } else {
          needed.add(name);
        }
      }
    }
    if (!places.isEmpty()) {
      uselessOf(nodes, needed).forEach(node -> places.add(node.start()));
    }
    return places;
  }

  /** Those of {@code nodes} that no value in {@code needed} depends on. */
  private static List<GraphNode> uselessOf(List<GraphNode> nodes, Set<String> needed) {
    List<GraphNode> left = new ArrayList<>(nodes);
    boolean found = true;
    while (found) {
      found = false;
      // Nodes stand before those that use them, so the first round from behind finds nearly all.
      for (int i = left.size() - 1; i >= 0; i--) {
        if (left.get(i).gives(needed)) {
          needed.addAll(left.remove(i).takes());
          found = true;
        }
      }
    }
    return left;
  }
}
