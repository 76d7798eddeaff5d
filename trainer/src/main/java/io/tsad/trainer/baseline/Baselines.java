package io.tsad.trainer.baseline;

import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.evaluation.BaselineAccuracy;
import io.tsad.runtime.model.LengthRule;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** How often simple classifiers are right on the validation set. */
public final class Baselines {
  private Baselines() {}

  /**
   * Fits them to {@code train} and judges them on {@code val}, on all cores.
   *
   * @param done is told, from any thread, of each series judged
   */
  public static BaselineAccuracy accuracy(
      List<LabelledSeries> train, List<LabelledSeries> val, LengthRule rule, LongConsumer done) {
    long ones = train.stream().filter(one -> one.label() == 1).count();
    int most = 2 * ones > train.size() ? 1 : 0;
    NearestNeighbour neighbour = NearestNeighbour.of(train, rule);
    return new BaselineAccuracy(
        share(val, i -> val.get(i).label() == most),
        share(
            val,
            i -> {
              boolean right = neighbour.label(val.get(i).values()) == val.get(i).label();
              done.accept(1);
              return right;
            }));
  }

  private static double share(List<LabelledSeries> val, IntPredicate right) {
    return IntStream.range(0, val.size()).parallel().filter(right).count() / (double) val.size();
  }
}
