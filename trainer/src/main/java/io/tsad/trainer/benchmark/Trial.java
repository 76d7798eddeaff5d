package io.tsad.trainer.benchmark;

import java.util.List;

/**
 * What one training on one set came to.
 *
 * @param set the archive's name for it
 * @param architecture as {@code --arch} takes it
 * @param train series fitted to
 * @param val series judged on: the archive's TEST file
 * @param length of the series, in samples
 * @param accuracy share of the series whose verdict is right, at the model's own threshold
 * @param auc area under the ROC curve
 * @param calibrationError expected, over ten bins
 * @param seconds to fit, from series in memory to a fitted model
 * @param bytes of the exported file
 */
public record Trial(
    String set,
    String architecture,
    long seed,
    int train,
    int val,
    int length,
    double accuracy,
    double auc,
    double calibrationError,
    double seconds,
    long bytes) {
  static final List<String> COLUMNS =
      List.of(
          "set",
          "architecture",
          "seed",
          "train",
          "val",
          "length",
          "accuracy",
          "auc",
          "calibrationError",
          "seconds",
          "bytes");

  boolean is(String otherSet, String otherArchitecture, long otherSeed) {
    return set.equals(otherSet) && architecture.equals(otherArchitecture) && seed == otherSeed;
  }

  List<String> fields() {
    return List.of(
        set,
        architecture,
        Long.toString(seed),
        Integer.toString(train),
        Integer.toString(val),
        Integer.toString(length),
        Double.toString(accuracy),
        Double.toString(auc),
        Double.toString(calibrationError),
        Double.toString(seconds),
        Long.toString(bytes));
  }

  /**
   * From such fields.
   *
   * @throws IllegalArgumentException if they are not that
   */
  static Trial of(List<String> fields) {
    if (fields.size() != COLUMNS.size()) {
      throw new IllegalArgumentException(fields.size() + " fields");
    }
    return new Trial(
        fields.get(0),
        fields.get(1),
        Long.parseLong(fields.get(2)),
        Integer.parseInt(fields.get(3)),
        Integer.parseInt(fields.get(4)),
        Integer.parseInt(fields.get(5)),
        Double.parseDouble(fields.get(6)),
        Double.parseDouble(fields.get(7)),
        Double.parseDouble(fields.get(8)),
        Double.parseDouble(fields.get(9)),
        Long.parseLong(fields.get(10)));
  }
}
