package io.tsad.dashboard.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.tsad.dashboard.TestServer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium of this machine, for the tests of a class; without one they are skipped. A test
 * fails if a page of its windows complains in the console, be it of an error or of what the content
 * security policy forbids.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox", // there is none for root, as in a container
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final List<Window> windows = new ArrayList<>();
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!isHere()) {
      abort("There is no Chromium here: apt-get install chromium");
    }
    playwright = play();
    browser = launch(playwright);
  }

  /** Playwright, which shall download nothing. */
  public static Playwright play() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** Starts it. */
  public static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions().setExecutablePath(find().orElseThrow()).setArgs(FLAGS));
  }

  /** Whether there is one. */
  public static boolean isHere() {
    return find().isPresent();
  }

  private static Optional<Path> find() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A window of somebody who was never here, on a screen of usual size. */
  Window open(TestServer server) {
    return open(server, new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  /** The same, for somebody with wishes of their own. */
  Window open(TestServer server, Browser.NewContextOptions wishes) {
    if (browser == null) {
      throw new IllegalStateException("No test runs");
    }
    Window window = new Window(browser.newContext(wishes.setBaseURL(server.uri("/").toString())));
    windows.add(window);
    return window;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> complaints = new ArrayList<>();
    for (Window window : windows) {
      complaints.addAll(window.complaints());
      window.close();
    }
    windows.clear();
    assertEquals(List.of(), complaints, "said in the console");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (playwright != null) {
      playwright.close();
    }
  }
}
