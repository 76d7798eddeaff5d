package io.tsad.dashboard.states;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Something that holds for what a browser shows, at each width: a script says what is wrong. */
record LayoutCheck(String script) {
  /** All of them, as {@code states/NAME.js} of the tests' resources. */
  static final List<LayoutCheck> ALL =
      List.of(
          new LayoutCheck("overflow"),
          new LayoutCheck("clipped"),
          new LayoutCheck("covered"),
          new LayoutCheck("cut"),
          new LayoutCheck("unlabelled"));

  /** Of those, what tells whether all can be seen and reached. */
  static final List<LayoutCheck> IN_SIGHT =
      List.of(new LayoutCheck("overflow"), new LayoutCheck("clipped"));

  private static final String SHARED = read("/states/controls.js");
  private static final String AXE = read("/axe.min.js");

  /** All that these find. */
  static List<String> faults(Page page, List<LayoutCheck> checks) {
    String found =
        checks.stream()
            .map(LayoutCheck::body)
            .collect(Collectors.joining(")(),...(", "return [...(", ")()];"));
    return lines(page.evaluate("() => {" + SHARED + found + "}"));
  }

  private String body() {
    return read("/states/" + script + ".js").replaceFirst("^(?://.*\n)*", "").strip();
  }

  /** What keeps people out. */
  static List<String> accessibility(Page page) {
    page.evaluate(AXE);
    return lines(page.evaluate(read("/states/accessible.js")));
  }

  private static List<String> lines(Object found) {
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static String read(String resource) {
    try (InputStream in = LayoutCheck.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
