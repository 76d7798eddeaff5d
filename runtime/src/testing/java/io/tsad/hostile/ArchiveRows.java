package io.tsad.hostile;

import static io.tsad.hostile.Entry.IMPORT;

import java.util.List;

/** Files of the UCR/UEA archive, as TRAIN file beside a TEST file that is sound. */
final class ArchiveRows {
  static final List<HostileInput> ROWS =
      List.of(
          HostileInput.of("missing value before others", "X_TRAIN.tsv", "1\t0\tNaN\t2\n")
              .refused(
                  "column 3 is missing, with values after it;"
                      + " impute it; only missing values at the end of a row are cut off",
                  IMPORT));

  private ArchiveRows() {}
}
