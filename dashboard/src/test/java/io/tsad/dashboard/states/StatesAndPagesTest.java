package io.tsad.dashboard.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import io.tsad.dashboard.browser.Chromium;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Brings a server into each {@link States state} there is, opens every page and file there that is
 * linked, in both languages and at both widths, presses every button, and looks for faults of each
 * kind. A page joins by being linked, a state by an entry, a kind of fault by a check.
 */
@EnabledIfSystemProperty(
    named = "states",
    matches = "all",
    disabledReason = "it takes a quarter of an hour: -Dstates=all (CONTRIBUTING.md)")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesAndPagesTest {
  private final long start = System.nanoTime();
  private @Nullable Playwright playwright;
  private Tour tour = new Tour(Optional.empty());

  @BeforeAll
  void openBrowser() {
    if (Chromium.isHere()) {
      playwright = Chromium.play();
      Browser browser = Chromium.launch(playwright);
      tour = new Tour(Optional.of(browser));
    }
  }

  static List<State> states() {
    return States.ALL;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void everyPageIsRight(State state, @TempDir Path home) throws Exception {
    try (Scene scene = new Scene(home)) {
      state.way().arrange(scene);
      assertEquals("", String.join("\n    ", tour.visit(state, scene)), state.name());
    }
  }

  @AfterAll
  void tell() {
    if (playwright != null) {
      playwright.close();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.println("States and pages: " + tour + ", in " + took.toSeconds() + " s");
  }
}
