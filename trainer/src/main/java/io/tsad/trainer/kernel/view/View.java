package io.tsad.trainer.kernel.view;

import io.tsad.trainer.export.OnnxGraph;

/**
 * One way of seeing a series: a fixed number of figures of it, in Java and as nodes of a graph. It
 * is made of parts, each of which can be left out with all of its features: that is how features
 * are pruned, and how they are made a few at a time.
 */
public interface View {
  /** How many features a series has. */
  int features();

  /** How many numbers it takes besides the head's. */
  long parameters();

  /**
   * Takes them.
   *
   * @param out takes {@link #features()} numbers from {@code at} on
   */
  void of(Sources series, float[] out, int at);

  /**
   * Whether what its features weigh as a whole is chosen by how well they do, instead of by how
   * many there are of them among those of other views.
   */
  boolean isWeighedApart();

  /** What a model card calls its parts. */
  String partsName();

  /** The part that each feature belongs to, numbered from 0 without a gap. */
  int[] parts();

  /**
   * About how many multiplications each part takes for a series; what parts share counts for each.
   */
  double[] costs();

  /**
   * The parts to keep where a share of all is enough: spread over all that the view looks at, in as
   * few places as so many parts can be. A larger share has all that a smaller one has.
   */
  boolean[] thinned(double share);

  /**
   * A view with some parts of this one, and their features in the same order.
   *
   * @param parts which to keep, one for each part
   */
  View keeping(boolean[] parts);

  /**
   * A view of the same parts that a graph computes for less; its features may differ from these
   * where a series ends.
   */
  View compact();

  /** Adds the first of its nodes to a graph. */
  ViewNodes nodes(OnnxGraph graph, SourceNodes series);
}
