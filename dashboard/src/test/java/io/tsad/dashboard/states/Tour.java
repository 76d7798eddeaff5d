package io.tsad.dashboard.states;

import com.microsoft.playwright.Browser;
import io.tsad.dashboard.states.check.PageCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Goes through states, opens all that can be opened there, and counts. What was seen in one state
 * and looks the same in another is looked at once.
 */
final class Tour {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

  /** Where there is nothing, or nothing can be read: these answer a fault in words. */
  private static final List<String> WRONG =
      List.of("/none", "/history/999999", "/models/none", "/history?from=yesterday");

  private final Optional<Browser> browser;
  private final Set<String> files = new HashSet<>();
  private final Set<String> bodies = new HashSet<>();
  private final Set<String> looks = new HashSet<>();
  private final Set<String> shapes = new HashSet<>();
  private int states;
  private int opened;
  private int looked;
  private int pressed;
  private int checks;

  Tour(Optional<Browser> browser) {
    this.browser = browser;
  }

  /** All faults of a state. */
  List<String> visit(State state, Scene scene) throws Exception {
    states++;
    Findings findings = new Findings();
    Map<Locale, Eyes> eyes = new HashMap<>();
    try {
      if (browser.isPresent()) {
        for (Locale language : LANGUAGES) {
          Person person = scene.person(language);
          eyes.put(language, new Eyes(browser.get(), scene, person));
        }
      }
      List<Visit> seen = openAll(scene, eyes, true, findings);
      if (state.acts()) {
        press(scene, eyes, seen, findings);
      }
      for (SceneCheck check : SceneCheck.ALL) {
        checks++;
        check.faults(state, scene, seen).forEach(fault -> findings.add(fault, state.name()));
      }
      for (Map.Entry<Locale, Eyes> pair : eyes.entrySet()) {
        chooseFiles(scene.person(pair.getKey()), pair.getValue(), findings);
      }
    } finally {
      eyes.values().forEach(Eyes::close);
    }
    return findings.lines();
  }

  private List<Visit> openAll(
      Scene scene, Map<Locale, Eyes> eyes, boolean choosing, Findings findings) throws Exception {
    List<Visit> seen = new ArrayList<>();
    for (Locale language : LANGUAGES) {
      Person person = scene.person(language);
      for (Visit visit : Crawl.of(person, files, choosing)) {
        seen.add(visit);
        check(visit, PageCheck.ALL, findings);
        look(visit, eyes.get(language), findings);
      }
      for (String path : WRONG) {
        check(person.open(path), PageCheck.TEXT, findings);
      }
    }
    return seen;
  }

  private void check(Visit visit, List<PageCheck> all, Findings findings) {
    opened++;
    String same = visit.body().replaceAll("(?:value|content)=\"[\\w.-]{20,}\"", "");
    if (!bodies.add(visit.language() + " " + visit.status() + visit.path() + same)) {
      return; // as it was when it was checked
    }
    for (PageCheck check : all) {
      checks++;
      findings.add(visit, check.faults(visit));
    }
  }

  private void look(Visit visit, @Nullable Eyes eyes, Findings findings) {
    if (eyes == null || visit.page().isEmpty() || visit.status() >= 400 || !isNew(visit)) {
      return;
    }
    // By the classes used: what axe looks at.
    Set<String> classes = new TreeSet<>(visit.page().get().select("[class]").eachAttr("class"));
    String kind = Visit.kind(visit.address()).replaceFirst("\\?.*", "");
    boolean newShape = shapes.add(visit.language() + kind + classes);
    report(eyes.look(visit, newShape), findings);
  }

  private void report(Eyes.Look look, Findings findings) {
    looked += look.widths().size();
    checks += look.checks();
    findings.add(look.rendered(), look.faults());
    for (PageCheck check : PageCheck.TEXT) {
      checks++;
      findings.add(look.rendered(), check.faults(look.rendered()));
    }
  }

  /** Whether its head or its main part was not seen before, but for numbers and tokens. */
  private boolean isNew(Visit visit) {
    boolean found = false;
    for (Element part : visit.page().orElseThrow().select("body > header, body > main")) {
      Element copy = part.clone();
      copy.select("input[type=hidden]").remove();
      String look = copy.outerHtml().replaceAll("[0-9a-f]{12}", "0").replaceAll("\\d+", "0");
      found |= looks.add(visit.language() + look);
    }
    return found;
  }

  private void press(Scene scene, Map<Locale, Eyes> eyes, List<Visit> start, Findings findings)
      throws Exception {
    Set<String> done = new HashSet<>();
    List<Visit> seen = start;
    for (Optional<Action> next = next(scene, seen, done);
        next.isPresent();
        next = next(scene, seen, done)) {
      Action action = next.get();
      done.add(action.kind());
      for (Locale language : LANGUAGES) {
        Person doer =
            action.changesWhoDoesIt() ? scene.somebodyNew(language) : scene.person(language);
        Optional<Visit> answer = action.perform(doer, scene.names());
        if (answer.isPresent()) {
          pressed++;
          check(answer.get(), PageCheck.ALL, findings);
        }
      }
      seen = openAll(scene, eyes, false, findings);
    }
  }

  private static Optional<Action> next(Scene scene, List<Visit> seen, Set<String> done) {
    return Action.on(seen, scene.names()).values().stream()
        .filter(action -> !done.contains(action.kind()))
        .findFirst();
  }

  private void chooseFiles(Person person, Eyes eyes, Findings findings) throws Exception {
    Visit visit = person.open("/");
    boolean takes =
        visit.page().map(page -> !page.select("input[type=file]").isEmpty()).orElse(false);
    String form =
        visit.page().map(page -> page.select("form:has(input[type=file])").outerHtml()).orElse("");
    if (takes && looks.add(visit.language() + form.replaceAll("value=\"[^\"]*\"", ""))) {
      eyes.look(visit, false);
      Optional<Eyes.Look> look = eyes.chooseFiles(visit);
      if (look.isPresent()) {
        report(look.get(), findings);
      }
    }
  }

  /** In figures. */
  @Override
  public String toString() {
    return "%d states, %d pages opened, %d views of pages in a browser, %d buttons pressed, %d checks"
        .formatted(states, opened, looked, pressed, checks);
  }
}
