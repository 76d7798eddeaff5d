package io.tsad.runtime.series;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything that a cursor gives, as lines: {@code name [values]}, or the refusal. */
final class Reading {
  private Reading() {}

  static List<String> of(Path file) {
    return of(new SeriesReader(Column.only()).open(file));
  }

  static List<String> of(byte[] stream) {
    return of(new SeriesReader(Column.only()).open(new ByteArrayInputStream(stream), "-"));
  }

  /** What comes of {@code text} on a stream: the values, or the refusal without the name. */
  static String of(String text, Column column) {
    return of(text, new Layout(column, Header.AUTO));
  }

  static String of(String text, Layout layout) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(new SeriesReader(layout).open(new ByteArrayInputStream(bytes), "-"))
        .get(0)
        .replaceFirst("^-:? ", "");
  }

  static List<String> of(SeriesCursor cursor) {
    List<String> lines = new ArrayList<>();
    try (cursor) {
      for (boolean more = true; more; ) {
        try {
          Series series = cursor.next();
          more = series != null;
          if (series != null) {
            lines.add(series.name() + " " + Arrays.toString(series.values()));
          }
        } catch (InvalidSeriesException e) {
          lines.add(String.valueOf(e.getMessage()));
        }
      }
    }
    return lines;
  }

  /** Prints what is in the files named, for a process of its own. */
  public static void main(String[] files) {
    for (String file : files) {
      of(Path.of(file)).forEach(System.out::println);
    }
  }
}
