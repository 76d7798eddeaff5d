package io.tsad.dashboard.states;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;

/** Goes through states with a reader of each language, and presses what can be pressed. */
final class Tour {
  private final List<Reader> readers =
      List.of(new Reader(Locale.ENGLISH), new Reader(Locale.CHINESE));
  private int states;
  private int checks;

  private interface Doing<T> {
    T by(Reader reader) throws Exception;
  }

  /** All faults of a state. */
  List<String> visit(State state, Scene scene) throws Exception {
    states++;
    Findings findings = new Findings();
    all(reader -> reader.enter(scene, findings));
    try {
      List<Visit> seen = openAll(true);
      if (state.acts()) {
        press(scene, seen);
      }
      for (SceneCheck check : SceneCheck.ALL) {
        checks++;
        check.faults(state, scene, seen).forEach(fault -> findings.add(fault, state.name()));
      }
      all(Reader::chooseFiles);
    } finally {
      all(Reader::leave);
    }
    return findings.lines();
  }

  private List<Visit> openAll(boolean choosing) throws Exception {
    return all(reader -> reader.openAll(choosing)).stream().flatMap(List::stream).toList();
  }

  /** Presses one button after the other, and opens all after each. */
  private void press(Scene scene, List<Visit> start) throws Exception {
    Set<String> done = new HashSet<>();
    List<Visit> seen = start;
    for (Optional<Action> next = next(scene, seen, done);
        next.isPresent();
        next = next(scene, seen, done)) {
      Action action = next.get();
      done.add(action.kind());
      for (Reader reader : readers) {
        reader.ask(() -> reader.press(action)).get(); // each for itself: it changes the state
      }
      seen = openAll(false);
    }
  }

  private static Optional<Action> next(Scene scene, List<Visit> seen, Set<String> done) {
    return Action.on(seen, scene.names()).values().stream()
        .filter(action -> !done.contains(action.kind()))
        .findFirst();
  }

  /** What all readers do at the same time. */
  private <T> List<T> all(Doing<T> what) throws Exception {
    List<Future<T>> asked = new ArrayList<>();
    for (Reader reader : readers) {
      Callable<T> one = () -> what.by(reader);
      asked.add(reader.ask(one));
    }
    List<T> done = new ArrayList<>();
    for (Future<T> one : asked) {
      done.add(one.get());
    }
    return done;
  }

  private int sum(ToIntFunction<Reader.Count> what) {
    return readers.stream().map(Reader::count).mapToInt(what).sum();
  }

  /** In figures. */
  @Override
  public String toString() {
    return "%d states, %d pages opened, %d views of pages in a browser, %d buttons pressed, %d checks"
        .formatted(
            states,
            sum(count -> count.opened),
            sum(count -> count.looked),
            sum(count -> count.pressed),
            checks + sum(count -> count.checks));
  }

  /** Sends the readers home. */
  void end() throws Exception {
    for (Reader reader : readers) {
      reader.end();
    }
  }
}
