package io.tsad.dashboard.states;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import io.tsad.dashboard.browser.Hand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A window of somebody who looks at pages at both widths: in English on a desk in the light, from
 * wide to narrow; in Chinese on what is touched, in the dark, from narrow to wide.
 */
final class Eyes implements AutoCloseable {
  /** As on half a desk, and on a phone. */
  private static final List<Integer> WIDTHS = List.of(1100, 390);

  /** Where a page of another make is only looked at for what is out of sight. */
  private static final List<Integer> EXTREMES = List.of(360, 2560);

  private static final int HEIGHT = 900;

  /** Two frames, so that what was asked for is drawn. */
  private static final String FRAMES =
      "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

  private static final String RESULTS = "#table tbody tr";
  private static final String FILES = "form input[type=file][name]";

  private static final int MOST_FRAMES = 150;

  private static final double TIMEOUT_MILLIS = 20_000;

  private final BrowserContext context;
  private final Page page;
  private final Set<String> names;
  private final boolean english;
  private final List<String> complaints = new ArrayList<>();

  /** What was asked for and has not come. */
  private final Set<Request> open = new HashSet<>();

  /** Those of {@code person}, who is logged in in the browser, too. */
  Eyes(Browser browser, Scene scene, Person person) {
    this.names = scene.names();
    this.english = person.language().equals(Locale.ENGLISH);
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(scene.server().uri("/").toString())
                .setLocale(person.language().toLanguageTag())
                .setColorScheme(english ? ColorScheme.LIGHT : ColorScheme.DARK)
                .setTimezoneId(english ? "UTC" : "Asia/Shanghai")
                .setIsMobile(!english)
                .setHasTouch(!english)
                .setViewportSize(WIDTHS.get(0), HEIGHT));
    String address = scene.server().uri("/").toString();
    context.addCookies(
        person.cookies().stream()
            .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(address))
            .toList());
    this.page = context.newPage();
    page.setDefaultTimeout(TIMEOUT_MILLIS);
    listen();
  }

  private void listen() {
    page.onConsoleMessage(
        message -> {
          boolean bad = message.type().equals("error") || message.type().equals("warning");
          if (bad && !message.text().startsWith("Failed to load resource")) {
            complaints.add("says in the console: " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("has a script that fails: " + error));
    page.onRequest(open::add);
    page.onRequestFinished(open::remove);
    page.onRequestFailed(
        request -> {
          open.remove(request);
          if (!String.valueOf(request.failure()).contains("ERR_ABORTED")) {
            complaints.add("asks in vain for " + request.url() + ": " + request.failure());
          }
        });
    page.onResponse(this::heard);
  }

  private void heard(Response response) {
    if (response.status() >= 400) {
      complaints.add("asks for " + response.url() + " and gets " + response.status());
    }
  }

  /** What is there to see, and the faults of it. */
  record Look(Visit rendered, List<Integer> widths, List<String> faults, int checks) {}

  /**
   * Opens a page at both widths.
   *
   * @param newShape whether none of its make was looked at: then also at extreme widths, and for
   *     what keeps people out, which takes long
   */
  Look look(Visit visit, boolean newShape) {
    List<String> faults = new ArrayList<>();
    page.setViewportSize(widths().get(0), HEIGHT);
    open.clear(); // of the page before nothing comes any more
    page.navigate(visit.path(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    return look(visit, "in a browser", newShape, faults);
  }

  /**
   * Where the page takes files: chooses some and sends them, comes back from a series, and drops a
   * folder.
   */
  List<Look> chooseFiles(Visit visit, Path folder) throws IOException {
    List<Look> looks = new ArrayList<>();
    looks.add(look(visit, false));
    if (page.locator(FILES + ":visible").count() == 0) {
      return looks;
    }
    FilePayload[] files =
        Stream.concat(Uploads.good().stream(), Uploads.odd().stream())
            .map(one -> new FilePayload(one.name(), "application/octet-stream", one.content()))
            .toArray(FilePayload[]::new);
    page.setInputFiles(FILES, files);
    page.locator("form:has(input[type=file][name]) button.primary").click();
    looks.add(look(visit, "files sent by script", false, new ArrayList<>()));
    if (page.locator(RESULTS + " a").count() == 0) {
      return looks; // the state says whether any can be scored
    }
    looks.add(look(visit, "back from a series", false, trying(this::comeBack)));
    if (english) { // who touches drags nothing
      looks.add(look(visit, "a folder dropped", false, trying(faults -> drop(folder, faults))));
    }
    return looks;
  }

  /** What is wrong when somebody does this; where it cannot be done at all, that. */
  private static List<String> trying(Consumer<List<String>> what) {
    List<String> faults = new ArrayList<>();
    try {
      what.accept(faults);
    } catch (PlaywrightException e) {
      faults.add(
          "does not go on: "
              + String.valueOf(e.getMessage()).replaceAll("(?s).*Call log:\\s*|\\s+", " "));
    }
    return faults;
  }

  /** Filters and sorts results, looks at a series, and comes back to what was there. */
  private void comeBack(List<String> faults) {
    page.selectOption("#filter-verdict", "anomaly");
    page.locator("[data-sort=name] button").click();
    String before = results();
    String here = page.url();
    page.locator(RESULTS + " a").first().click();
    page.waitForURL("**/history/*");
    settle(faults);
    page.goBack();
    page.waitForURL(here); // that of a part of the series would do for going back
    settle(faults);
    if (!results().equals(before)) {
      faults.add("shows “" + results() + "” after a look at a series, and before “" + before + "”");
    }
  }

  private String results() {
    return String.join(", ", page.locator(RESULTS + " th").allInnerTexts());
  }

  /** Drops a folder, of which each file can be scored. */
  private void drop(Path folder, List<String> faults) {
    String row = RESULTS + ":has(th:has-text('" + folder.getFileName() + "')) ";
    if (page.locator("#filter-verdict").isVisible()) {
      page.selectOption("#filter-verdict", "");
    }
    page.locator("#drop").scrollIntoViewIfNeeded();
    Hand.drop(page, List.of(folder));
    page.waitForSelector(row + "a, " + row + ".bad");
    settle(faults);
    page.locator(row + ".bad").allInnerTexts().stream()
        .map(said -> "says of a dropped folder: “" + said + "”")
        .forEach(faults::add);
  }

  private Look look(Visit visit, String how, boolean newShape, List<String> faults) {
    settle(faults);
    page.evaluate(
        "() => document.querySelectorAll('details').forEach(one => { one.open = true; })");
    int checks = 0;
    for (int width : widths()) {
      page.setViewportSize(width, HEIGHT);
      page.evaluate(FRAMES);
      LayoutCheck.faults(page, LayoutCheck.ALL)
          .forEach(fault -> faults.add(fault + " (at " + width + ")"));
      checks += LayoutCheck.ALL.size();
    }
    if (newShape) {
      for (int width : inTurn(EXTREMES)) {
        page.setViewportSize(width, HEIGHT);
        page.evaluate(FRAMES);
        LayoutCheck.faults(page, LayoutCheck.IN_SIGHT)
            .forEach(fault -> faults.add(fault + " (at " + width + ")"));
        checks += LayoutCheck.IN_SIGHT.size();
      }
      faults.addAll(LayoutCheck.accessibility(page));
      checks++;
    }
    checks++; // the console
    faults.addAll(complaints);
    complaints.clear();
    return new Look(visit.showing(page.content(), how, names), widths(), faults, checks);
  }

  private List<Integer> widths() {
    return inTurn(WIDTHS);
  }

  /** As they are for the one reader, and the other way round for the other. */
  private List<Integer> inTurn(List<Integer> two) {
    return english ? two : List.of(two.get(1), two.get(0));
  }

  /** Waits until nothing is asked for any more, and what came is drawn. */
  private void settle(List<String> faults) {
    int quiet = 0;
    for (int frames = 0; quiet < 2; frames++) {
      page.evaluate(FRAMES);
      quiet = open.isEmpty() ? quiet + 1 : 0;
      if (frames == MOST_FRAMES) {
        faults.add("waits for ever for " + open.stream().map(Request::url).toList());
        return;
      }
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
