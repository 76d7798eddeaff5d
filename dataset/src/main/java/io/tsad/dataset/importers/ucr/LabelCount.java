package io.tsad.dataset.importers.ucr;

import java.util.Locale;

/**
 * How often a class occurs.
 *
 * @param label the archive's label, such as {@code -1}
 * @param train series in the TRAIN file
 * @param val series in the TEST file
 */
public record LabelCount(String label, int train, int val) {
  LabelCount plus(LabelCount other) {
    return new LabelCount(label, train + other.train, val + other.val);
  }

  /** Such as {@code -1 (762 series)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s (%,d series)", label, train + val);
  }
}
