package io.tsad.dashboard.states;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import io.tsad.dashboard.browser.Chromium;
import io.tsad.dashboard.states.check.PageCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Opens all that can be opened, in one language, and counts: in a thread and a browser of its own,
 * so that readers work side by side. What was seen in one state and looks the same in another is
 * looked at once.
 */
final class Reader {
  /** Where there is nothing, or nothing can be read: these answer a fault in words. */
  private static final List<String> WRONG =
      List.of("/none", "/history/999999", "/models/none", "/history?from=yesterday");

  private final Locale language;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Set<String> files = new HashSet<>();
  private final Set<String> bodies = new HashSet<>();
  private final Set<String> choosers = new HashSet<>();
  private final Looks looks = new Looks();
  private final Count count = new Count();
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;
  private @Nullable Scene scene;
  private @Nullable Eyes eyes;
  private Findings findings = new Findings();

  /** How much was done. */
  static final class Count {
    int opened;
    int looked;
    int pressed;
    int checks;
  }

  Reader(Locale language) {
    this.language = language;
  }

  /** Does something in this reader's thread, the only one that its browser answers. */
  <T> Future<T> ask(Callable<T> what) {
    return thread.submit(what);
  }

  Count count() {
    return count;
  }

  /** Comes into a state. */
  Void enter(Scene next, Findings to) {
    scene = next;
    findings = to;
    return null;
  }

  /** Opens all that is linked, and looks at what was not seen before. */
  List<Visit> openAll(boolean choosing) throws Exception {
    Person person = scene().person(language);
    List<Visit> seen = Crawl.of(person, files, choosing);
    for (Visit visit : seen) {
      check(visit, PageCheck.ALL);
      if (visit.page().isPresent()
          && visit.status() < 400
          && looks.add(visit, scene().names())
          && eyes().isPresent()) {
        report(eyes().get().look(visit, looks.isNewMake(visit)));
      }
    }
    for (String path : WRONG) {
      check(person.open(path), PageCheck.TEXT);
    }
    return seen;
  }

  /** Presses a button, if what was pressed before left it there. */
  Void press(Action action) throws Exception {
    Person doer =
        action.changesWhoDoesIt() ? scene().somebodyNew(language) : scene().person(language);
    Optional<Visit> answer = action.perform(doer, scene().names());
    if (answer.isPresent()) {
      count.pressed++;
      check(answer.get(), PageCheck.ALL);
    }
    return null;
  }

  /** Chooses files, drops a folder, and comes back from a series, where a page takes files. */
  Void chooseFiles() throws Exception {
    Visit visit = scene().person(language).open("/");
    String form =
        visit.page().map(page -> page.select("form:has(input[type=file])").outerHtml()).orElse("");
    if (!form.isEmpty()
        && choosers.add(form.replaceAll("value=\"[^\"]*\"", ""))
        && eyes().isPresent()) {
      for (Eyes.Look look : eyes().get().chooseFiles(visit, scene().folder())) {
        report(look);
      }
    }
    return null;
  }

  private void check(Visit visit, List<PageCheck> all) {
    count.opened++;
    String same = visit.body().replaceAll("(?:value|content)=\"[\\w.-]{20,}\"", "");
    if (!bodies.add(visit.status() + visit.path() + same)) {
      return; // as it was when it was checked
    }
    for (PageCheck check : all) {
      count.checks++;
      findings.add(visit, check.faults(visit));
    }
  }

  private void report(Eyes.Look look) {
    count.looked += look.widths().size();
    count.checks += look.checks();
    findings.add(look.rendered(), look.faults());
    for (PageCheck check : PageCheck.TEXT) {
      count.checks++;
      findings.add(look.rendered(), check.faults(look.rendered()));
    }
  }

  private Scene scene() {
    return Objects.requireNonNull(scene, "in no state");
  }

  /** Those for this state, if there is a browser here. */
  private Optional<Eyes> eyes() throws Exception {
    if (eyes == null && Chromium.isHere()) {
      if (browser == null) {
        playwright = Chromium.play();
        browser = Chromium.launch(playwright);
      }
      eyes = new Eyes(browser, scene(), scene().person(language));
    }
    return Optional.ofNullable(eyes);
  }

  /** Leaves the state. */
  Void leave() {
    if (eyes != null) {
      eyes.close();
      eyes = null;
    }
    return null;
  }

  /** Ends the thread and the browser. */
  void end() throws Exception {
    ask(() -> {
          if (playwright != null) {
            playwright.close();
          }
          return true;
        })
        .get();
    thread.shutdown();
  }
}
