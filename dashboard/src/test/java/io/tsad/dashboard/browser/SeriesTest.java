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
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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

  @TempDir private Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    TinyModel.writeRelevant(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home);
  }

  @AfterEach
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
}
