package io.tsad.dataset.generate;

/**
 * What dataset to make. Equal configurations give equal bytes.
 *
 * @param train number of series to train on, at least 2
 * @param val number of series to validate on, at least 2
 * @param length samples of each series, from {@link #SHORTEST} to {@link #LONGEST}
 * @param seed any number
 * @param anomalyShare of each half, between 0 and 1, both excluded; at least one series of each
 *     class is made whatever it says
 */
public record GeneratorConfig(
    int train,
    int val,
    int length,
    long seed,
    double anomalyShare,
    Profile profile,
    SampleType sampleType) {
  /** In fewer samples there is no room for an anomaly beside ordinary values. */
  public static final int SHORTEST = 32;

  /** What is made is in memory several times, on each core. */
  static final int LONGEST = 1 << 22;

  /** The set the reference's figures are compared on. */
  public static GeneratorConfig defaults() {
    return new GeneratorConfig(1531, 525, 3653, 0, 0.3, Profile.PLAIN, SampleType.FLOAT64);
  }

  /** Refuses what cannot be made, naming the command line's option. */
  void check() throws GeneratorException {
    atLeast("--train", train, 2);
    atLeast("--val", val, 2);
    atLeast("--length", length, SHORTEST);
    if (length > LONGEST) {
      throw new GeneratorException("--length", "is " + length, "it must be at most " + LONGEST);
    }
    if (!(anomalyShare > 0 && anomalyShare < 1)) {
      throw new GeneratorException(
          "--anomaly-share", "is " + anomalyShare, "it lies between 0 and 1, both excluded");
    }
  }

  int count(Split split) {
    return split == Split.TRAIN ? train : val;
  }

  /** How many series of that half are anomalous. */
  int anomalies(Split split) {
    int wanted = (int) StrictMath.rint(count(split) * anomalyShare);
    return Math.max(1, Math.min(count(split) - 1, wanted));
  }

  private static void atLeast(String option, int value, int least) throws GeneratorException {
    if (value < least) {
      throw new GeneratorException(option, "is " + value, "it must be at least " + least);
    }
  }
}
