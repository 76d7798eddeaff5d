import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.tsad.dashboard.ServerProcess;
import io.tsad.dashboard.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Scores a few series of the demo on the real pages, and takes their pictures. */
final class Screenshots {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 720;

  private Screenshots() {}

  public static void main(String[] args) throws Exception {
    Path home = Files.createTempDirectory("screenshots");
    Files.createDirectories(home.resolve("models"));
    Files.createSymbolicLink(home.resolve("models/demo"), Path.of(args[0]).toRealPath());
    List<Path> files = new ArrayList<>(first(Path.of(args[1], "anomaly"), 5));
    files.addAll(first(Path.of(args[1], "normal"), 5));
    Path docs = Path.of(args[2]);
    try (ServerProcess server = ServerProcess.start(home);
        Playwright playwright = Chromium.play();
        Browser browser = Chromium.launch(playwright)) {
      String address = server.address().toString();
      String series;
      try (BrowserContext light = context(browser, ColorScheme.LIGHT)) {
        Page page = light.newPage();
        page.navigate(address);
        page.setInputFiles("#files", files.toArray(Path[]::new));
        page.click("button.primary");
        page.waitForFunction(
            "count => document.querySelectorAll('#table tbody a').length === count", files.size());
        page.click("[data-sort=probability] button");
        page.mouse().move(0, 0);
        take(page, docs.resolve("score.png"));
        series = page.getAttribute("#table tbody a", "href");
        page.setViewportSize(WIDTH, 3 * HEIGHT / 2);
        page.navigate(address + "models/demo");
        take(page, docs.resolve("model.png"));
      }
      try (BrowserContext dark = context(browser, ColorScheme.DARK)) {
        Page page = dark.newPage();
        page.navigate(address + series.substring(1));
        page.waitForFunction("() => performance.getEntriesByName('drawn').length > 0");
        take(page, docs.resolve("series.png"));
      }
    }
  }

  private static BrowserContext context(Browser browser, ColorScheme scheme) {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setColorScheme(scheme));
  }

  private static void take(Page page, Path file) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    System.out.println(file);
  }

  private static List<Path> first(Path folder, int count) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().limit(count).toList();
    }
  }
}
