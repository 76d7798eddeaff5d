package io.tsad.runtime.relevance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where in one series the evidence for an anomaly lies: a number per sample, of which only the
 * proportions mean something. It is there whatever the verdict: a normal series has a place that
 * looks least so.
 */
public final class Relevance {
  /** A window holds samples of at least this much of the largest. */
  private static final double LEAST = 0.5;

  /** Windows closer than this much of the series are one. */
  private static final double GAP = 0.01;

  private final float[] samples;
  private final double total;

  private Relevance(float[] samples, double total) {
    this.samples = samples;
    this.total = total;
  }

  /**
   * Takes what a model gave.
   *
   * @param samples one per sample the model sees, finite, at least 0
   * @throws IllegalArgumentException if one of them is not
   */
  public static Relevance of(float... samples) {
    double total = 0;
    for (float sample : samples) {
      if (!(sample >= 0 && sample < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a relevance of " + sample);
      }
      total += sample;
    }
    return new Relevance(samples.clone(), total);
  }

  /** How many samples the model saw: those of the series, or fewer where it was cut. */
  public int length() {
    return samples.length;
  }

  /** Of the sample at {@code index}, from 0: finite, at least 0. */
  public float at(int index) {
    return samples[index];
  }

  /** One per sample. */
  public float[] toArray() {
    return samples.clone();
  }

  /**
   * The windows that hold most of it: runs of samples with at least half of the largest relevance;
   * two with less than a hundredth of the series between them are one.
   *
   * @param most how many at most
   * @return those with the largest shares, the largest first; none where no sample has any
   */
  public List<Window> windows(int most) {
    List<Window> windows = new ArrayList<>();
    for (Window run : runs()) {
      Window last = windows.isEmpty() ? null : windows.get(windows.size() - 1);
      if (last != null && run.from() - last.to() < GAP * samples.length) {
        windows.set(windows.size() - 1, window(last.from(), run.to()));
      } else {
        windows.add(run);
      }
    }
    return windows.stream()
        .sorted(Comparator.comparingDouble(Window::share).reversed())
        .limit(most)
        .toList();
  }

  private List<Window> runs() {
    float largest = 0;
    for (float sample : samples) {
      largest = Math.max(largest, sample);
    }
    List<Window> runs = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= samples.length; i++) {
      boolean within = i < samples.length && samples[i] > 0 && samples[i] >= LEAST * largest;
      if (within && from < 0) {
        from = i;
      } else if (!within && from >= 0) {
        runs.add(window(from, i));
        from = -1;
      }
    }
    return runs;
  }

  private Window window(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i];
    }
    return new Window(from, to, sum / total);
  }
}
