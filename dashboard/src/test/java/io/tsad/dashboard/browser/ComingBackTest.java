package io.tsad.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.TrainedModel;
import io.tsad.dashboard.config.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whoever goes on, back or twice finds everything where it was. */
class ComingBackTest {
  private static final String ROWS = "#table tbody tr";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    TrainedModel.write(home.resolve("models/tiny"), 0.6, 2);
    server = TestServer.start(home, Map.of(Setting.KEEP_SERIES, "all"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<Path> files(int many) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      files.add(Files.write(home.resolve("s-%03d.npy".formatted(i)), SeriesBytes.flat(i % 5 - 2)));
    }
    return files;
  }

  private static double scroll(Page page) {
    return ((Number) page.evaluate("() => scrollY")).doubleValue();
  }

  @Test
  void resultsFilterOrderPageAndPlaceOutliveALookAtASeriesAndAReload() throws Exception {
    Page page = CHROMIUM.open(server).go("/");
    List<Path> files = new ArrayList<>(files(300));
    files.add(Files.write(home.resolve("broken.npy"), new byte[] {1}));
    Hand.drop(page, files);
    assertThat(page.locator("#summary"))
        .containsText("0 waiting", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    page.selectOption("#filter-verdict", "normal");
    page.click("[data-sort=name] button");
    page.click("[data-sort=name] button");
    page.click("[data-page=next]");
    assertThat(page.locator("#page")).hasText("101 – 180 of 180");
    List<String> before = page.locator(ROWS + " th").allTextContents();
    page.locator(ROWS + " a").nth(40).scrollIntoViewIfNeeded();
    double place = scroll(page);
    assertTrue(place > 100, place + " px");
    page.locator(ROWS + " a").nth(40).click();
    page.waitForURL("**/history/*");
    page.goBack();
    assertThat(page.locator("#page")).hasText("101 – 180 of 180");
    assertEquals(before, page.locator(ROWS + " th").allTextContents());
    assertThat(page.locator("#filter-verdict")).hasValue("normal");
    assertThat(page.locator("[aria-sort=descending]")).hasText("Series");
    page.waitForFunction("place => Math.abs(scrollY - place) < 3", place);
    page.reload();
    assertThat(page.locator("#page")).hasText("101 – 180 of 180");
    page.waitForFunction("place => Math.abs(scrollY - place) < 3", place);
    page.selectOption("#filter-verdict", "failed");
    assertThat(page.locator(ROWS)).hasCount(1);
    assertThat(page.locator(ROWS))
        .hasText("broken.npyis no .npy, no .npz or .zip of them, and no text in UTF-8.");
    page.click("nav a[href='/models']");
    page.click("nav a[href='/']");
    assertThat(page.locator(ROWS)).hasCount(1);
    page.click("#clear");
    page.reload();
    assertThat(page.locator("#results")).isHidden();
  }

  @Test
  void aMarkInTheHistoryLeavesPlaceAndFocus() throws Exception {
    for (Path file : files(60)) {
      server.post(
          "/api/v1/score?name=" + file.getFileName(),
          "application/x-npy",
          Files.readAllBytes(file));
    }
    Page page = CHROMIUM.open(server).go("/history");
    Locator row = page.locator("#verdicts tbody tr").nth(40);
    Locator wrong = row.locator("button").nth(1);
    wrong.scrollIntoViewIfNeeded();
    double place = scroll(page);
    assertTrue(place > 100, place + " px");
    page.evaluate("() => { window.same = true; }");
    wrong.dblclick(); // somebody's habit: what the first click said holds
    assertThat(wrong).hasAttribute("aria-pressed", "true");
    assertEquals(place, scroll(page), 2);
    assertThat(wrong).isFocused();
    assertEquals(true, page.evaluate("() => window.same === true"), "the page was loaded again");
    page.keyboard().press("Enter");
    assertThat(wrong).hasAttribute("aria-pressed", "false");
    wrong.click();
    row.locator("button").first().click();
    assertThat(row.locator("button").first()).hasAttribute("aria-pressed", "true");
    assertThat(wrong).hasAttribute("aria-pressed", "false");
    assertEquals("right", server.get("/api/v1/verdicts/20/mark").field("judgement"));
  }

  @Test
  void aMarkOnASeriesLeavesThePartThatIsLookedAt() throws Exception {
    server.post("/api/v1/score", "application/x-npy", SeriesBytes.npy(new double[400]));
    Page page = CHROMIUM.open(server).go("/history/1");
    page.click("[data-do=in]");
    assertThat(page.locator("#shown")).hasText("Samples 100 to 299");
    page.locator("form.mark button").nth(1).click();
    assertThat(page.locator("form.mark button").nth(1)).hasAttribute("aria-pressed", "true");
    assertThat(page.locator("#shown")).hasText("Samples 100 to 299");
    page.waitForURL("**#samples=100-300");
    page.reload();
    assertThat(page.locator("#shown")).hasText("Samples 100 to 299");
  }

  @Test
  void aMarkThatIsNotKeptIsSaidNotToBe() throws Exception {
    server.post("/api/v1/score", "application/x-npy", SeriesBytes.flat(1));
    Window window = CHROMIUM.open(server);
    Page page = window.go("/history");
    page.context().clearCookies(); // as after a log-out elsewhere
    page.locator("form.mark button").first().click();
    assertThat(page.locator("[role=alert]")).isVisible();
    window.complaints().removeIf(one -> one.contains("403"));
  }

  @Test
  void theButtonsOfAMarkAreInSightOnALaptopAndAPhone() throws Exception {
    TinyModel.writeRelevant(home.resolve("models/tiny"), TinyModel.card(0.6));
    server.post(
        "/api/v1/score?name=a-series-with-a-rather-long-name-of-line-7-of-the-northern-plant.npy",
        "application/x-npy",
        SeriesBytes.npy(new double[20])); // constant and cut
    for (int width : new int[] {1100, 390, 320}) {
      Window window =
          CHROMIUM.open(server, new Browser.NewContextOptions().setViewportSize(width, 800));
      Page page = window.go("/history");
      for (Locator button : page.locator("form.mark button").all()) {
        BoundingBox box = button.boundingBox();
        assertTrue(
            box.x >= 0 && box.x + box.width <= width, box.x + " + " + box.width + " of " + width);
        button.click(new Locator.ClickOptions().setTrial(true)); // nothing lies over it
      }
      window.assertFits();
      window.assertAccessible();
    }
  }

  @Test
  void whatIsClickedTwiceIsDoneOnce() throws Exception {
    Page page = CHROMIUM.open(server).go("/");
    page.locator("[name=example]").first().dblclick();
    assertThat(page.locator(ROWS + " a")).hasCount(1);
    page.navigate("/models/tiny");
    page.fill("input[name=threshold]", "0.7");
    page.locator("input[name=threshold]").press("Enter");
    assertThat(page.locator("#saved-value")).hasText("0.7000");
    page.locator("#save button").dblclick();
    assertThat(page.locator("#in-force")).hasText("0.7000");
    assertThat(page.locator("details tbody td.time")).hasCount(1);
  }

  @Test
  void anOperatingPointThatWasTriedOutlivesAReloadAndALookElsewhere() {
    Page page = CHROMIUM.open(server).go("/models/tiny");
    page.fill("input[name=seriesPerDay]", "5000");
    page.fill("input[name=threshold]", "0.25");
    page.locator("input[name=threshold]").press("Enter");
    page.waitForURL("**threshold=0.25**");
    page.reload();
    assertThat(page.locator("input[name=threshold]")).hasValue("0.2500");
    assertThat(page.locator("input[name=seriesPerDay]")).hasValue("5000");
    page.click("nav a[href='/history']");
    page.goBack();
    assertThat(page.locator("input[name=threshold]")).hasValue("0.2500");
  }
}
