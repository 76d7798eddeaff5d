package io.tsad.trainer.kernel;

import io.tsad.trainer.kernel.view.Sources;
import io.tsad.trainer.kernel.view.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * From a series to the features of all its views, one view after the other; those whose weight is
 * chosen apart come last.
 *
 * @param length of the series, in samples
 */
public record KernelTransform(int length, List<View> views) {
  public KernelTransform {
    views = List.copyOf(views);
  }

  /** How many features a series has. */
  public int features() {
    return views.stream().mapToInt(View::features).sum();
  }

  /** How many of them weigh as much as their number says. */
  public int together() {
    return views.stream().filter(view -> !view.isWeighedApart()).mapToInt(View::features).sum();
  }

  /** The part that each feature belongs to; parts of all views are numbered through. */
  public int[] parts() {
    int[] parts = new int[features()];
    int at = 0;
    int first = 0;
    for (View view : views) {
      int[] own = view.parts();
      for (int part : own) {
        parts[at++] = first + part;
      }
      first += view.costs().length;
    }
    return parts;
  }

  /** How many parts each view has, by what a model card calls them. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    views.forEach(view -> counts.put(view.partsName(), view.costs().length));
    return counts;
  }

  /** About how many multiplications each part takes for a series. */
  public double[] costs() {
    return views.stream().flatMapToDouble(view -> Arrays.stream(view.costs())).toArray();
  }

  /** The parts to keep where a share of all is enough; a larger share has those of a smaller. */
  public boolean[] thinned(double share) {
    boolean[] all = new boolean[costs().length];
    int at = 0;
    for (View view : views) {
      boolean[] own = view.thinned(share);
      System.arraycopy(own, 0, all, at, own.length);
      at += own.length;
    }
    return all;
  }

  /** A transform with some parts of this one; views without any are left out. */
  public KernelTransform keeping(boolean[] parts) {
    List<View> kept = new ArrayList<>();
    int first = 0;
    for (View view : views) {
      int next = first + view.costs().length;
      View some = view.keeping(Arrays.copyOfRange(parts, first, next));
      if (some.features() > 0) {
        kept.add(some);
      }
      first = next;
    }
    return new KernelTransform(length, kept);
  }

  /** The same parts, as a graph computes them for less. */
  public KernelTransform compact() {
    return new KernelTransform(length, views.stream().map(View::compact).toList());
  }

  /** The features of a series on the grid. */
  public float[] of(int[] grid) {
    float[] features = new float[features()];
    Sources series = Sources.of(grid);
    int at = 0;
    for (View view : views) {
      view.of(series, features, at);
      at += view.features();
    }
    return features;
  }

  /**
   * The features of many series, on all cores.
   *
   * @param done is told, from any thread, how many more are
   */
  public float[][] of(List<int[]> grids, LongConsumer done) {
    return IntStream.range(0, grids.size())
        .parallel()
        .mapToObj(
            i -> {
              float[] features = of(grids.get(i));
              done.accept(1);
              return features;
            })
        .toArray(float[][]::new);
  }
}
