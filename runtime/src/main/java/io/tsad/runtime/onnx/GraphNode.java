package io.tsad.runtime.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a node of a graph takes and gives, by the names of values.
 *
 * @param start where it begins in its graph
 * @param takes its inputs, and whatever the graphs inside it (branches, loops) name
 */
record GraphNode(int start, List<String> takes, List<String> gives) {
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int ATTRIBUTE = 5;
  private static final int ATTRIBUTE_GRAPH = 6;
  private static final int ATTRIBUTE_GRAPHS = 11;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_OUTPUT = 12;
  private static final int VALUE_NAME = 1;

  /**
   * Reads a node.
   *
   * @throws IllegalArgumentException if it is none
   */
  static GraphNode read(int start, ByteBuffer node) {
    List<String> takes = new ArrayList<>();
    List<String> gives = new ArrayList<>();
    for (WireFields fields = new WireFields(node); fields.next(); ) {
      ByteBuffer content = fields.content();
      if (content == null) {
        continue;
      }
      switch (fields.number()) {
        case INPUT -> takes.add(fields.text());
        case OUTPUT -> gives.add(fields.text());
        case ATTRIBUTE -> takenInside(content, takes);
        default -> {}
      }
    }
    return new GraphNode(start, takes, gives);
  }

  private static void takenInside(ByteBuffer attribute, List<String> takes) {
    for (WireFields fields = new WireFields(attribute); fields.next(); ) {
      ByteBuffer graph = fields.content();
      if (graph != null
          && (fields.number() == ATTRIBUTE_GRAPH || fields.number() == ATTRIBUTE_GRAPHS)) {
        takenBy(graph, takes);
      }
    }
  }

  private static void takenBy(ByteBuffer graph, List<String> takes) {
    for (WireFields fields = new WireFields(graph); fields.next(); ) {
      ByteBuffer content = fields.content();
      if (content == null) {
        continue;
      }
      if (fields.number() == GRAPH_NODE) {
        takes.addAll(read(0, content).takes());
      } else if (fields.number() == GRAPH_OUTPUT) {
        for (WireFields value = new WireFields(content); value.next(); ) {
          if (value.number() == VALUE_NAME) {
            takes.add(value.text());
          }
        }
      }
    }
  }

  /** Whether one of {@code needed} comes from here. */
  boolean gives(Set<String> needed) {
    return gives.stream().anyMatch(name -> !name.isEmpty() && needed.contains(name));
  }
}
