package io.tsad.dashboard.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Brings a server into each {@link States state} there is, opens every page and file there that is
 * linked, in both languages and at both widths, presses every button, and looks for faults of each
 * kind. A page joins by being linked, a state by an entry, a kind of fault by a check.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesAndPagesTest {
  private final long start = System.nanoTime();
  private final Tour tour = new Tour();
  private final List<CompletableFuture<Void>> closing = new ArrayList<>();
  @TempDir private static Path homes;

  static List<State> states() {
    String only = System.getProperty("states", ".*");
    return States.ALL.stream().filter(state -> state.name().matches(only)).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void everyPageIsRight(State state) throws Exception {
    Scene scene = new Scene(Files.createTempDirectory(homes, "state"));
    try {
      state.way().arrange(scene);
      assertEquals("", String.join("\n    ", tour.visit(state, scene)), state.name());
    } finally {
      closing.add(CompletableFuture.runAsync(scene::close)); // it waits for clients that stay
    }
  }

  @AfterAll
  void tell() throws Exception {
    tour.end();
    for (CompletableFuture<Void> one : closing) {
      one.get();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.println("States and pages: " + tour + ", in " + took.toSeconds() + " s");
  }
}
