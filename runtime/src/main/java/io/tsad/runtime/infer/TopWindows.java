package io.tsad.runtime.infer;

import io.tsad.runtime.relevance.Relevance;
import io.tsad.runtime.relevance.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The windows that hold most of the evidence in one series, as results show them.
 *
 * @param windows at most three, the largest share first
 */
record TopWindows(List<Window> windows) {
  private static final int MOST = 3;

  TopWindows(Relevance relevance) {
    this(relevance.windows(MOST));
  }

  /** For JSON: objects of {@code from}, {@code to} and {@code share}. */
  List<Map<String, Object>> fields() {
    return windows.stream().map(TopWindows::fields).toList();
  }

  private static Map<String, Object> fields(Window window) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", window.from());
    fields.put("to", window.to());
    fields.put("share", Math.round(window.share() * 1000) / 1000.0);
    return fields;
  }

  /** {@code 412-530:0.612 700-760:0.223}, or {@code -} where there is none. */
  @Override
  public String toString() {
    return windows.isEmpty()
        ? "-"
        : windows.stream().map(TopWindows::text).collect(Collectors.joining(" "));
  }

  private static String text(Window window) {
    return String.format(Locale.ROOT, "%d-%d:%.3f", window.from(), window.to(), window.share());
  }
}
