package io.tsad.runtime.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a node of a graph takes and gives, by the names of values.
 *
 * @param start where it begins in its model
 * @param takes its inputs, and whatever the graphs inside it (branches, loops) name
 */
record GraphNode(int start, List<String> takes, List<String> gives) {
  /** The numbers of a graph's fields. */
  static final int IN_GRAPH = 1;

  static final int OUTPUT_OF_GRAPH = 12;

  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int ATTRIBUTE = 5;
  private static final int ATTRIBUTE_GRAPH = 6;
  private static final int ATTRIBUTE_GRAPHS = 11;
  private static final int VALUE_NAME = 1;

  /** Reads a node. */
  static GraphNode read(int start, WireFields node) {
    List<String> takes = new ArrayList<>();
    List<String> gives = new ArrayList<>();
    while (node.next()) {
      switch (node.number()) {
        case INPUT -> takes.add(node.text());
        case OUTPUT -> gives.add(node.text());
        case ATTRIBUTE -> takes.addAll(takenInside(node.inside()));
        default -> {}
      }
    }
    return new GraphNode(start, takes, gives);
  }

  private static List<String> takenInside(WireFields attribute) {
    List<String> taken = new ArrayList<>();
    while (attribute.next()) {
      if (attribute.number() == ATTRIBUTE_GRAPH || attribute.number() == ATTRIBUTE_GRAPHS) {
        taken.addAll(takenBy(attribute.inside()));
      }
    }
    return taken;
  }

  private static List<String> takenBy(WireFields graph) {
    List<String> taken = new ArrayList<>();
    while (graph.next()) {
      if (graph.number() == IN_GRAPH) {
        taken.addAll(read(graph.start(), graph.inside()).takes());
      } else if (graph.number() == OUTPUT_OF_GRAPH) {
        taken.add(nameOf(graph.inside()));
      }
    }
    return taken;
  }

  /** The name of a graph's input or output. */
  static String nameOf(WireFields value) {
    String name = "";
    while (value.next()) {
      name = value.number() == VALUE_NAME ? value.text() : name;
    }
    return name;
  }

  /** Whether one of {@code needed} comes from here. */
  boolean gives(Set<String> needed) {
    return gives.stream().anyMatch(name -> !name.isEmpty() && needed.contains(name));
  }
}
