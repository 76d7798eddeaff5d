package io.tsad.dataset.inspect;

import java.util.List;

/**
 * The masks of one class in one split.
 *
 * @param series how many series have a mask
 * @param meanShare the mean share of samples marked in these; 0 if there are none
 */
public record MaskSummary(int series, double meanShare) {
  static MaskSummary of(List<Examination.Series> readable) {
    double[] shares =
        readable.stream().flatMapToDouble(series -> series.maskShare().stream()).toArray();
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return new MaskSummary(shares.length, shares.length == 0 ? 0 : sum / shares.length);
  }
}
