package io.tsad.dashboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Browser;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.config.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPageTest {
  @TempDir private Path home;
  private TestServer server;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    for (String name : new String[] {"one", "two"}) {
      TinyModel.write(
          home.resolve("models/" + name), TinyModel.card(name.equals("one") ? 0.6 : 0.8));
      Files.writeString(
          home.resolve("models/" + name + "/evaluation.json"),
          """
          {"classes":["normal","anomaly"],"positive":"anomaly","threshold":0.6,
           "accuracy":{"value":1,"low":1,"high":1},"balancedAccuracy":{"value":1,"low":1,"high":1},
           "auc":{"value":1,"low":1,"high":1},"averagePrecision":{"value":1,"low":1,"high":1},
           "files":[{"name":"val/anomaly/a.npy","label":"anomaly","probability":[0.1,0.9]},
                    {"name":"val/normal/b.npy","label":"normal","probability":[0.8,0.2]}]}
          """);
    }
    server = TestServer.start(home, Map.of(Setting.KEEP_SERIES, "all", Setting.MODEL, "one"));
    browser = new Browser(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theExplorerWorksAsADocument() throws Exception {
    String page = browser.get("/models/one?falseAlarmsPerDay=0&seriesPerDay=100").body();
    // Half way from the normal series at 0.2 to the anomaly at 0.9.
    assertTrue(page.contains("name=\"value\" value=\"0.5499"), page);
    assertTrue(page.contains("data-count=\"truePositives\">1<"), page);
    assertEquals(400, browser.get("/models/one?threshold=2").status());
    assertEquals(404, browser.get("/models/nothing").status());
  }

  @Test
  void aSavedThresholdHoldsForNewVerdictsAndIsOnRecord() throws Exception {
    byte[] series = SeriesBytes.flat(0.2); // a probability of 0.55
    assertEquals(
        "normal", server.post("/api/v1/score", "application/x-npy", series).field("verdict"));
    Answer page = browser.post("/models/one/threshold", Map.of("value", "0.5"));
    assertEquals(200, page.status(), page.body());
    assertTrue(page.body().contains("id=\"in-force\">0.5000<"), page.body());
    assertEquals(
        "anomaly", server.post("/api/v1/score", "application/x-npy", series).field("verdict"));
    Answer threshold = server.get("/api/v1/models/one/threshold");
    assertEquals(0.5, threshold.number("threshold"));
    assertEquals(0.6, threshold.list("changes").get(0).get("previous"));
    assertTrue(browser.get("/history/1").body().contains("The threshold was moved since"));
    assertEquals(400, browser.post("/models/one/threshold", Map.of("value", "x")).status());
    assertEquals(400, browser.post("/models/one/threshold", Map.of()).status());
  }

  @Test
  void modelsAreComparedByFiguresAndByWhatTheyDisagreeOn() throws Exception {
    byte[] between = SeriesBytes.flat(1); // 0.73: an anomaly to one, normal to two
    server.post("/api/v1/score?name=between", "application/x-npy", between);
    server.post("/api/v1/score?name=clear", "application/x-npy", SeriesBytes.flat(3));
    String page = browser.get("/models/compare?model=one&model=two").body();
    assertTrue(page.contains("Both judged 0 kept series"), page);
    assertTrue(page.contains("two has not judged 2 kept series"), page);
    page =
        browser
            .post(
                "/models/compare/score",
                Map.of("model", "two", "next", "/models/compare?model=one&model=two"))
            .body();
    assertTrue(page.contains("Both judged 2 kept series of the history, and disagree on 1."), page);
    assertTrue(page.contains(">between<") && !page.contains(">clear<"), page);
    assertFalse(page.contains("has not judged"), page);
  }

  @Test
  void problemsHaveAPageAndAreCountedOnEveryPage() throws Exception {
    assertFalse(browser.get("/models").body().contains("/problems"));
    server.post("/api/v1/score", "application/x-npy", SeriesBytes.flat(1));
    browser.post("/history/1/mark", Map.of("judgement", "wrong"));
    TinyModel.write(home.resolve("models/bad"), TinyModel.card(0.6, 0.9f));
    server.server().shelf().look();
    server.server().shelf().look();
    String page = "";
    for (int i = 0; i < 100 && !page.contains("<span class=\"count\">2</span>"); i++) {
      Thread.sleep(100); // it is looked for every second
      page = browser.get("/problems").body();
    }
    assertTrue(page.contains("Operators found verdicts wrong"), page);
    assertTrue(page.contains("fails its self-test"), page);
    assertTrue(server.get("/metrics").body().contains("tsad_problems 2.0"));
    assertEquals(2, server.get("/api/v1/problems").list("problems").size());
  }
}
