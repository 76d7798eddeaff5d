package io.tsad.runtime.cli;

import java.util.ArrayList;
import java.util.List;

/** The rows a terminal shows after what was written to it, as far as {@link Progress} goes. */
final class Screen {
  private final List<String> rows = new ArrayList<>(List.of(""));
  private int column;

  static Screen after(String written) {
    Screen screen = new Screen();
    for (int i = 0; i < written.length(); i++) {
      char next = written.charAt(i);
      if (next == '\033') {
        int end = i;
        while (!Character.isLetter(written.charAt(end))) {
          end++;
        }
        screen.control(written.substring(i + 1, end + 1));
        i = end;
      } else {
        screen.put(next);
      }
    }
    return screen;
  }

  /** All rows, the last one empty if the cursor waits at its start. */
  List<String> rows() {
    return rows;
  }

  private void control(String sequence) {
    if (sequence.equals("[K")) {
      setRow(row().substring(0, column));
    } else if (!sequence.equals("[?7l") && !sequence.equals("[?7h")) {
      throw new IllegalArgumentException("ESC " + sequence);
    }
  }

  private void put(char next) {
    if (next == '\n') {
      rows.add("");
      column = 0;
    } else if (next == '\r') {
      column = 0;
    } else {
      String row = row();
      String after = column < row.length() ? row.substring(column + 1) : "";
      setRow(row.substring(0, column) + next + after);
      column++;
    }
  }

  private String row() {
    return rows.get(rows.size() - 1);
  }

  private void setRow(String row) {
    rows.set(rows.size() - 1, row);
  }
}
