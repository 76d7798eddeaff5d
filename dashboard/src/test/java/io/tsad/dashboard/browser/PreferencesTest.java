package io.tsad.dashboard.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.TrainedModel;
import io.tsad.dashboard.config.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What holds for each page, whoever looks at it and on whatever. */
class EveryPageTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/history",
          "/history/1",
          "/models",
          "/models/one",
          "/models/compare?model=one&model=two",
          "/problems",
          "/api",
          "/login");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    TrainedModel.write(home.resolve("models/one"), 0.6, 2);
    TrainedModel.write(home.resolve("models/two"), 0.8, 1);
    TinyModel.write(home.resolve("models/bad"), TinyModel.card(0.6, 0.9f)); // a problem to show
    server = TestServer.start(home, Map.of(Setting.KEEP_SERIES, "all", Setting.MODEL, "one"));
    for (double value : new double[] {-1, 0, 1, 2}) {
      server.post(
          "/api/v1/score?name=a-series-with-a-rather-long-name-" + value + ".npy",
          "application/x-npy",
          SeriesBytes.flat(value));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void onADeskInTheLight() {
    lookAtAll(new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  @Test
  void onAPhone() {
    lookAtAll(phone());
  }

  @Test
  void onAPhoneInTheDarkInChinese() {
    Browser.NewContextOptions phone =
        phone().setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setColorScheme(ColorScheme.DARK);
    lookAtAll(phone);
    assertEquals("zh", CHROMIUM.open(server, phone).go("/").getAttribute("html", "lang"));
  }

  @Test
  void onAWallInTheDark() {
    lookAtAll(
        new Browser.NewContextOptions()
            .setViewportSize(2560, 1440)
            .setColorScheme(ColorScheme.DARK));
  }

  private static Browser.NewContextOptions phone() {
    return new Browser.NewContextOptions()
        .setViewportSize(360, 740)
        .setIsMobile(true)
        .setHasTouch(true);
  }

  private void lookAtAll(Browser.NewContextOptions wishes) {
    Window window = CHROMIUM.open(server, wishes);
    for (String path : PAGES) {
      window.go(path).waitForLoadState(LoadState.NETWORKIDLE);
      window.assertFits();
      window.assertAccessible();
    }
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
