package io.tsad.trainer.kernel.view;

import io.tsad.trainer.export.OnnxGraph;

/** The nodes that bring what is known of windows to the samples in them. */
public final class Repetition {
  private Repetition() {}

  /**
   * Adds them: each value {@code times} over, what is more than {@code size} of them cut off.
   *
   * @param name that begins all others, ending with a dot
   * @param x of {@code count} values for each series of the batch
   * @return {@code [batch, 1, size]}
   */
  public static String add(OnnxGraph graph, String name, String x, int count, int times, int size) {
    String column =
        graph.node(name + "column", "Reshape", x, graph.integers(name + "upright", 0, count, 1));
    String rows =
        graph.node(name + "rows", "Expand", column, graph.integers(name + "times", 1, 1, times));
    long all = (long) count * times;
    String flat =
        graph.node(name + "flat", "Reshape", rows, graph.integers(name + "level", 0, 1, all));
    return size < all ? graph.slice(name + "whole", flat, 2, 0, size) : flat;
  }

  /**
   * Adds zeros around what there is of some samples.
   *
   * @param x {@code [batch, 1, front + samples + back]}
   */
  public static String pad(OnnxGraph graph, String name, String x, int front, int back) {
    return front == 0 && back == 0
        ? x
        : graph.node(
            name + "place", "Pad", x, graph.integers(name + "pads", 0, 0, front, 0, 0, back));
  }
}
