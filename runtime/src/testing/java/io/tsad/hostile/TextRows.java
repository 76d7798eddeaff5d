package io.tsad.hostile;

import static io.tsad.hostile.Entry.API;
import static io.tsad.hostile.Entry.INFER;
import static io.tsad.hostile.Entry.INFER_FOLDER;
import static io.tsad.hostile.Entry.PAGE;
import static io.tsad.hostile.Entry.STDIN;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Delimited text, right and wrong. */
final class TextRows {
  private static final Entry[] COMMANDS = {INFER, INFER_FOLDER, STDIN};
  private static final Entry[] WEB = {API, PAGE};
  private static final Entry[] EVERYWHERE = {INFER, INFER_FOLDER, STDIN, API, PAGE};

  private static final double[] VALUES = {0.125, 1.5, 2.25, 3.5, 2.25, 1.5, 0.75, 0.5};
  private static final String COLUMN = "0.125\n1.5\n2.25\n3.5\n2.25\n1.5\n0.75\n0.5\n";

  private static final String UNCERTAIN =
      "has a first line that may be names or values: '0' above '0.125'; say which with ";

  static final List<HostileInput> ROWS =
      List.of(
          HostileInput.of("whole number above decimals", "a.csv", "0\n" + COLUMN)
              .refused(UNCERTAIN + "--header yes or --header no", COMMANDS)
              .refused(UNCERTAIN + "header=yes or header=no", WEB),
          HostileInput.of("whole number that is called a name", "a.csv", "0\n" + COLUMN)
              .with("header", "yes")
              .read(VALUES, EVERYWHERE),
          HostileInput.of("first sample that looks like a name", "a.csv", "1\n" + COLUMN)
              .with("header", "no")
              .read(new double[] {1, 0.125, 1.5, 2.25, 3.5, 2.25, 1.5, 0.75}, EVERYWHERE),
          HostileInput.of("counter beyond 2^53 as text", "a.csv", counter())
              .read(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, EVERYWHERE),
          HostileInput.of("pandas' series with an index", "a.csv", ",0\n" + indexed())
              .with("column", "2")
              .read(VALUES, EVERYWHERE),
          HostileInput.of("numeric names beside dates", "a.csv", "timestamp,101\n" + dated())
              .with("column", "101")
              .read(VALUES, EVERYWHERE),
          HostileInput.of("several columns", "a.csv", "time,v\n" + dated())
              .refused(
                  "has 2 columns: 1 'time', 2 'v'; choose one with --column NAME or --column"
                      + " NUMBER; a series has one value a line, with a decimal point",
                  COMMANDS)
              .refused(
                  "has 2 columns: 1 'time', 2 'v'; choose one with column=NAME or column=NUMBER;"
                      + " a series has one value a line, with a decimal point",
                  WEB),
          HostileInput.of(
                  "Excel's line that tells the delimiter",
                  "a.csv",
                  "sep=;\r\nt;v\r\n" + semicolons())
              .with("column", "v")
              .read(VALUES, EVERYWHERE),
          HostileInput.of("the same with a byte order mark", "a.csv", "\ufeff\"sep=;\"\n" + COLUMN)
              .read(VALUES, EVERYWHERE),
          HostileInput.of("the same of a delimiter that is none", "a.csv", "sep=:\n" + COLUMN)
              .refused(
                  "says on line 1 that ':' stands between fields; write it again with a tab,"
                      + " semicolon, pipe or comma between them",
                  EVERYWHERE),
          HostileInput.of("a fault below that line", "a.csv", "sep=,\nv\n1\nx\n" + COLUMN)
              .refused(
                  "line 4 has 'x', which is not a number; write decimal numbers, such as -1.5e3",
                  EVERYWHERE));

  private TextRows() {}

  private static String counter() {
    return LongStream.range(0, 8)
        .mapToObj(i -> ((1L << 60) + i) + "\n")
        .collect(Collectors.joining("", "bytes\n", ""));
  }

  private static String indexed() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < VALUES.length; i++) {
      text.append(i).append(',').append(VALUES[i]).append('\n');
    }
    return text.toString();
  }

  private static String dated() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < VALUES.length; i++) {
      text.append("2024-01-0").append(i + 1).append(',').append(VALUES[i]).append('\n');
    }
    return text.toString();
  }

  private static String semicolons() {
    return dated().replace(',', ';').replace('.', ',').replace("\n", "\r\n");
  }
}
