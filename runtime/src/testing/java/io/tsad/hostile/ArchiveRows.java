package io.tsad.hostile;

import static io.tsad.hostile.Entry.IMPORT;

import java.util.List;

/** Files of the UCR/UEA archive, as TRAIN file beside a TEST file that is sound. */
final class ArchiveRows {
  private static final double[] VALUES = {0.5, 1, 2, 3, 2, 1, 0, 4};
  private static final String ROW = "0.5,1,2,3,2,1,0,4";
  private static final String HEADER = "@problemName X\n@classLabel true 1 2\n@data\n";
  private static final String ROWS_OF_TSV = "1\t" + ROW.replace(',', '\t') + "\n2\t0\t1\t0\n";

  static final List<HostileInput> ROWS =
      List.of(
          HostileInput.of("missing value before others", "X_TRAIN.tsv", "1\t0\tNaN\t2\n")
              .refused(
                  "column 3 is missing, with values after it;"
                      + " impute it; only missing values at the end of a row are cut off",
                  IMPORT),
          HostileInput.of(
                  ".ts with a byte order mark",
                  "X_TRAIN.ts",
                  "\ufeff" + HEADER + ROW + ":1\n0,1,0:2\n")
              .read(VALUES, IMPORT),
          HostileInput.of("TSV with a byte order mark", "X_TRAIN.tsv", "\ufeff" + ROWS_OF_TSV)
              .read(VALUES, IMPORT),
          HostileInput.of(
                  "TSV with numbers for names", "X_TRAIN.tsv", "0\t1\t2\t3\t4\n" + ROWS_OF_TSV)
              .refused(
                  "counts up (1, 2, 3, ...), as names of columns do;"
                      + " remove it; files of the archive have no header",
                  IMPORT),
          HostileInput.of("TSV with an index", "X_TRAIN.tsv", "label\t0\t1\t2\n" + ROWS_OF_TSV)
              .refused(
                  "counts up (0, 1, 2, ...), as names of columns do;"
                      + " remove it; files of the archive have no header",
                  IMPORT),
          HostileInput.of("infinity in TSV", "X_TRAIN.tsv", "1\t0\tinf\t2\n")
              .refused("column 3 is 'inf', not a finite number; correct it", IMPORT),
          HostileInput.of("no gzip", "X_TRAIN.tsv.gz", "1\t0\t1\n")
              .refused("is not a sound gzip file; fetch it again", IMPORT),
          HostileInput.of("Latin 1", "X_TRAIN.tsv", new byte[] {'1', '\t', '1', (byte) 0xe4, '\n'})
              .refused("is not text in UTF-8; name a file of the archive", IMPORT));

  private ArchiveRows() {}
}
