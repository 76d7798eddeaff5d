package io.tsad.dashboard.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What somebody prefers, and their browser tells: darkness, a language, a time zone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreferencesTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private static Path home;
  private TestServer server;

  @BeforeAll
  void start() throws Exception {
    TinyModel.write(home.resolve("models/one"), TinyModel.card(0.6));
    server = TestServer.start(home);
    server.post("/api/v1/score?name=flat.npy", "application/x-npy", SeriesBytes.flat(1));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void darkIsDark() {
    String colour = "() => getComputedStyle(document.body).backgroundColor";
    Object light = CHROMIUM.open(server).go("/").evaluate(colour);
    Object dark =
        CHROMIUM
            .open(server, new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))
            .go("/")
            .evaluate(colour);
    assertEquals("rgb(255, 255, 255)", light);
    assertNotEquals(light, dark);
  }

  @Test
  void theLanguageOnceChosenStays() {
    Window window = CHROMIUM.open(server);
    assertEquals("Models", window.go("/models").textContent("h1"));
    window.page().click("button[lang=zh]");
    window.page().waitForURL("**/models");
    assertEquals("模型", window.page().textContent("h1"));
    assertEquals("历史", window.go("/history").textContent("h1"));
    window.page().click("button[lang=en]");
    window.page().waitForURL("**/history");
    assertEquals("History", window.page().textContent("h1"));
  }

  @Test
  void timesAreThoseOfTheBrowser() {
    Window window =
        CHROMIUM.open(server, new Browser.NewContextOptions().setTimezoneId("Asia/Tokyo"));
    window.go("/"); // tells the zone
    window.go("/history");
    String hour =
        (String)
            window
                .page()
                .evaluate(
                    "() => new Date(document.querySelector('time').dateTime)"
                        + ".toLocaleTimeString('sv', { timeZone: 'Asia/Tokyo' }).slice(0, 5)");
    String shown = window.page().textContent("time");
    assertTrue(shown.contains(hour), shown + " is not " + hour);
  }
}
