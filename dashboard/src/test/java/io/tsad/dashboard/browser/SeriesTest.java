package io.tsad.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.Threshold;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeriesTest {
  private static final String DRAWN = "() => performance.getEntriesByName('series-drawn').length";

  /** How many pixels are not empty. */
  private static final String INKED =
      """
      () => {
        const canvas = document.getElementById('canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((value, i) => i % 4 === 3 && value > 0).length;
      }
      """;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private static Path home;
  private TestServer server;

  @BeforeAll
  void start() throws Exception {
    TinyModel.writeRelevant(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** Scores a series on the page, and opens it from there. */
  private Page open(Window window, byte[] series) {
    Page page = window.go("/");
    page.setInputFiles("#files", new FilePayload("pump.npy", "application/x-npy", series));
    page.click("button.primary");
    page.click("#table tbody a");
    page.waitForFunction(DRAWN + " > 0");
    return page;
  }

  private static byte[] wave(int samples) throws Exception {
    double[] values = new double[samples];
    for (int i = 0; i < samples; i++) {
      values[i] = 1 + Math.sin(i / 50.0);
    }
    return SeriesBytes.npy(values);
  }

  private static int drawn(Page page) {
    return (int) page.evaluate(DRAWN);
  }

  private static void awaitDrawn(Page page, int before) {
    page.waitForFunction(
        "before => performance.getEntriesByName('series-drawn').length > before", before);
  }

  @Test
  void aSeriesIsOpenedFromItsVerdictAndZoomedByButtonKeyAndHand() throws Exception {
    Window window = CHROMIUM.open(server);
    Page page = open(window, wave(20_000));
    Locator shown = page.locator("#shown");
    assertThat(shown).containsText("19,999");
    assertTrue((int) page.evaluate(INKED) > 1000, "nothing is drawn");
    window.assertAccessible();

    int before = drawn(page);
    page.click("[data-do=in]");
    awaitDrawn(page, before);
    assertThat(shown).containsText("5,000");
    page.focus("#canvas");
    page.keyboard().press("ArrowRight");
    assertThat(shown).containsText("7,500");
    page.keyboard().press("Home");
    assertThat(shown).containsText("19,999");

    BoundingBox box = page.locator("#canvas").boundingBox();
    page.mouse().move(box.x + box.width * 0.5, box.y + 50);
    page.mouse().down();
    page.mouse().move(box.x + box.width * 0.6, box.y + 60);
    page.mouse().up();
    assertThat(shown).not().containsText("19,999");
    String wheeled = shown.textContent();
    page.mouse().wheel(0, -100);
    assertThat(shown).not().hasText(wheeled);
  }

  @Test
  void theEvidenceIsShadedAndItsWindowIsALinkToIt() throws Exception {
    Page page = open(CHROMIUM.open(server), SeriesBytes.npy(0, 0, 0, 9, 9, 0, 0, 0));
    assertThat(page.locator("a[data-from]")).hasText("3 – 4");
    int before = drawn(page);
    page.click("a[data-from]");
    awaitDrawn(page, before);
    Page flat = open(CHROMIUM.open(server), SeriesBytes.flat(-1));
    assertThat(flat.locator("a[data-from]")).hasCount(0);
    assertNotEquals(page.evaluate(INKED), flat.evaluate(INKED));
  }

  @Test
  void ofAMillionSamplesTheFirstViewTakesLittle() throws Exception {
    Window window = CHROMIUM.open(server);
    AtomicLong bytes = new AtomicLong();
    Page page = open(window, wave(1_000_000));
    String address = page.url();
    Window fresh = CHROMIUM.open(server);
    fresh
        .page()
        .onResponse(response -> bytes.addAndGet(response.request().sizes().responseBodySize));
    fresh.page().navigate(address);
    fresh.page().waitForFunction(DRAWN + " > 0");
    assertThat(fresh.page().locator("#shown")).containsText("999,999");
    assertTrue(bytes.get() < 300_000, bytes + " bytes");
    int before = drawn(fresh.page());
    fresh.page().click("[data-do=in]");
    awaitDrawn(fresh.page(), before);
    assertEquals(before + 1, drawn(fresh.page()));
  }

  /** How many pixels are shaded in this colour as darkly as the most evidence is. */
  private static final String DARK =
      """
      ([red, green, blue]) => {
        const canvas = document.getElementById('canvas');
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
        let dark = 0;
        for (let i = 0; i < data.length; i += 4) {
          const far = Math.abs(data[i] - red) + Math.abs(data[i + 1] - green) + Math.abs(data[i + 2] - blue);
          dark += far < 12 && data[i + 3] >= 100 && data[i + 3] <= 140;
        }
        return dark;
      }
      """;

  /** As tsad.css has them. */
  private static final List<Integer> SHADE = List.of(214, 88, 30);

  private static final List<Integer> QUIET = List.of(0x57, 0x60, 0x6a);

  private static int dark(Page page, List<Integer> colour) {
    return (int) page.evaluate(DARK, colour);
  }

  private static final int LONG = 64;

  /**
   * Another server, whose model sees 64 samples; each is its own evidence, the first eight decide.
   */
  private static TestServer ofSixtyFour(Path home) throws Exception {
    TinyModel.writeRelevant(
        home.resolve("models/tiny"),
        new ModelCard(
            List.of("normal", "anomaly"),
            "anomaly",
            new LengthRule(LONG, false),
            new Threshold(0.6, "by hand"),
            Optional.empty(),
            Map.of(),
            List.of(new GoldenSeries("zeros", new double[LONG], List.of(0.5f, 0.5f)))));
    return TestServer.start(home);
  }

  private static double[] with(int samples, double value, int from, int to, double there) {
    double[] values = new double[samples];
    Arrays.fill(values, value);
    Arrays.fill(values, from, to, there);
    return values;
  }

  @Test
  void aStretchOfLittleEvidenceIsAsPaleInAnyPartThatIsLookedAt(@TempDir Path own) throws Exception {
    try (TestServer other = ofSixtyFour(own)) {
      Page page = open(CHROMIUM.open(other), SeriesBytes.npy(with(LONG, 0.3, 0, 8, 10)));
      assertThat(page.locator("#legend")).isVisible();
      assertThat(page.locator("#legend")).containsText("in the whole series");
      int whole = dark(page, SHADE);
      assertTrue(whole > 1000, "the anomaly is not shaded: " + whole);
      page.evaluate("() => { location.hash = '#samples=40-56'; location.reload(); }");
      page.waitForFunction(DRAWN + " > 0");
      assertThat(page.locator("#shown")).hasText("Samples 40 to 55");
      int part = dark(page, SHADE);
      assertTrue(part < whole / 20, part + " dark pixels where 3 % of the peak are, of " + whole);
      assertEquals(
          10.0, other.get("/api/v1/verdicts/1/relevance?from=40&to=56").number("largest"), 1e-6);
    }
  }

  @Test
  void aNormalSeriesLaidOverKeepsTheScaleOfTheWholeInAnyPart(@TempDir Path own) throws Exception {
    try (TestServer other = ofSixtyFour(own)) {
      Page page = open(CHROMIUM.open(other), SeriesBytes.npy(with(LONG, 1, 0, 8, 10)));
      page.check("#typical");
      assertThat(page.locator("#plot")).hasAttribute("data-low", "1.0");
      assertThat(page.locator("#plot")).hasAttribute("data-high", "10.0");
    }
  }

  @Test
  void ofAConstantSeriesNoEvidenceIsClaimed() throws Exception {
    for (double value : new double[] {2, -2}) { // an anomaly, and normal
      Page page = open(CHROMIUM.open(server), SeriesBytes.flat(value));
      assertThat(page.locator("#evidence")).containsText("no place differs from another");
      assertThat(page.locator("a[data-from]")).hasCount(0);
      assertThat(page.locator("#legend")).hasCount(0);
      assertEquals(0, dark(page, SHADE), "shaded");
      String id = page.url().replaceFirst(".*/", "");
      String relevance = "/api/v1/verdicts/" + id + "/relevance";
      assertEquals(List.of(), server.get(relevance).list("windows"));
    }
  }

  @Test
  void ofANormalSeriesNothingIsShadedUnlessSomebodyAsksAndNoShareIsNamed() throws Exception {
    Page page = open(CHROMIUM.open(server), SeriesBytes.npy(-9, -9, 1, 1, 1, 0, 0, 0));
    assertThat(page.locator("#evidence")).containsText("no finding");
    assertThat(page.locator("a[data-from]")).hasText("2 – 4");
    assertThat(page.locator("section:has(> #windows-title)")).not().containsText("%");
    assertThat(page.locator("#legend")).isHidden();
    assertEquals(0, dark(page, SHADE), "shaded");
    int before = drawn(page);
    page.check("#faint");
    awaitDrawn(page, before);
    assertThat(page.locator("#legend")).isVisible();
    assertThat(page.locator("#legend")).containsText("looks least normal");
    assertTrue(dark(page, QUIET) > 1000, "not shaded");
  }

  @Test
  void aModelThatTellsNoPlaceAndAPartItDidNotSeeAreSaidToBeSo(@TempDir Path own) throws Exception {
    Page cut = open(CHROMIUM.open(server), SeriesBytes.npy(with(40, 0, 0, 2, 9)));
    assertThat(cut.locator(".legend")).isVisible();
    assertThat(cut.locator(".legend")).containsText("Not looked at");
    TinyModel.write(own.resolve("models/tiny"), TinyModel.card(0.7));
    try (TestServer other = TestServer.start(own)) {
      Page page = open(CHROMIUM.open(other), SeriesBytes.npy(9, 0, 0, 9, 9, 0, 0, 0));
      assertThat(page.locator("#evidence")).containsText("does not tell where");
      assertThat(page.locator("#legend")).hasCount(0);
    }
  }

  @Test
  void aSecondStepThatIsTakenBeforeTheFirstIsDrawnGoesOnFromIt() throws Exception {
    Page page = open(CHROMIUM.open(server), wave(20_000));
    Locator shown = page.locator("#shown");
    page.dblclick("[data-do=in]");
    assertThat(shown).hasText("Samples 7,500 to 12,499");
    page.focus("#canvas");
    page.evaluate(
        "() => ['ArrowRight', 'ArrowRight', '-'].forEach(key =>"
            + " document.getElementById('canvas').dispatchEvent(new KeyboardEvent('keydown', { key })))");
    assertThat(shown).hasText("Samples 7,500 to 17,499");
    page.dblclick("[data-do=out]");
    assertThat(shown).containsText("19,999");
  }
}
