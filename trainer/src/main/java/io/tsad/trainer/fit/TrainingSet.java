package io.tsad.trainer.fit;

import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.dataset.LabelledSeries;
import java.util.ArrayList;
import java.util.List;

/** Scaled series by class, ready to be drawn from. */
final class TrainingSet {
  private final List<List<double[]>> byClass = new ArrayList<>();
  private final int size;

  TrainingSet(List<LabelledSeries> series, int classes, LengthRule rule) {
    for (int label = 0; label < classes; label++) {
      byClass.add(new ArrayList<>());
    }
    for (LabelledSeries one : series) {
      byClass.get(one.label()).add(MinMax.scale(one.values(), rule));
    }
    this.size = series.size();
  }

  int size() {
    return size;
  }

  /**
   * Draws a class, each as likely as another, then one of its series: with replacement, what
   * PyTorch's WeightedRandomSampler does with weights of one over the class's count.
   */
  Example draw(RandomStream random) {
    int label = random.below(byClass.size());
    List<double[]> series = byClass.get(label);
    return new Example(series.get(random.below(series.size())), label);
  }

  /** A scaled series and its class. */
  record Example(double[] scaled, int label) {}
}
