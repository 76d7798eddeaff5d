package io.tsad.testing;

import io.tsad.runtime.evaluation.BaselineAccuracy;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.Evaluator;
import io.tsad.runtime.evaluation.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scored series for the tests; class 0 is "anomaly", the positive one. */
public final class Evaluations {
  public static final List<String> CLASSES = List.of("anomaly", "normal");

  private Evaluations() {}

  /** Twelve series with ties, and two probabilities that differ by less than 1e-12. */
  public static List<Scored> withTies() {
    int[] anomalous = {1, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0};
    float[] p = {.9f, .8f, .8f, .7f, .7f, .7f, .5f, .5f, .3f, .3f, 1e-13f, 1e-20f};
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      scored.add(series(i, anomalous[i] == 1, p[i]));
    }
    return scored;
  }

  /** Between 2 and 60 series of both classes, with probabilities on a coarse grid: many ties. */
  public static List<Scored> random(long seed) {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(59);
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean anomalous = i == 0 || (i != 1 && random.nextBoolean());
      scored.add(series(i, anomalous, random.nextInt(17) / 16f));
    }
    return scored;
  }

  /** Fifty of them. */
  public static List<List<Scored>> randomSamples() {
    List<List<Scored>> samples = new ArrayList<>();
    for (int seed = 0; seed < 50; seed++) {
      samples.add(random(seed));
    }
    return samples;
  }

  /** Series in the order given, the anomalous ones by their probabilities first. */
  public static List<Scored> of(float[] anomalous, float[] normal) {
    List<Scored> scored = new ArrayList<>();
    for (float p : anomalous) {
      scored.add(series(scored.size(), true, p));
    }
    for (float p : normal) {
      scored.add(series(scored.size(), false, p));
    }
    return scored;
  }

  public static final BaselineAccuracy BASELINES = new BaselineAccuracy(0.5, 0.75);

  public static Evaluation evaluation() {
    return new Evaluator(CLASSES, 0).evaluate(withTies(), 0.75, 7);
  }

  private static Scored series(int i, boolean anomalous, float p) {
    String name = (anomalous ? "anomaly/" : "normal/") + i + ".npy";
    return Scored.of(name, anomalous ? 0 : 1, p, 1 - p);
  }
}
