package io.tsad.hostile;

import java.util.List;
import java.util.stream.Stream;

/** The table. A row belongs to the list of its kind. */
public final class HostileInputs {
  private HostileInputs() {}

  /** All rows. */
  public static List<HostileInput> all() {
    return Stream.of(NpyRows.ROWS, TextRows.ROWS, JsonRows.ROWS, FileRows.ROWS, ArchiveRows.ROWS)
        .flatMap(List::stream)
        .toList();
  }

  /** The rows that {@code entry} answers. */
  public static List<HostileInput> at(Entry entry) {
    return all().stream().filter(row -> row.answer(entry) != null).toList();
  }
}
