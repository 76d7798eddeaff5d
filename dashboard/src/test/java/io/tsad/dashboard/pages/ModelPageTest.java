package io.tsad.dashboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Browser;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.StoredValidation;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.access.Accounts;
import io.tsad.dashboard.config.Setting;
import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.web.Role;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
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
      StoredValidation.writePair(home.resolve("models/" + name), 0.6);
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
    assertTrue(page.contains("name=\"value\" value=\"0.55"), page);
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
  void onceTheThresholdIsMovedAllThatDependsOnItIsAtTheNewOneAndTheTrainingsIsBesideIt()
      throws Exception {
    String before = browser.get("/compare?model=one&model=two").body();
    assertTrue(before.contains("<span>1.0000</span>"), before);
    browser.post("/models/one/threshold", Map.of("value", "0.1")); // calls both series anomalies
    for (String path : new String[] {"/models", "/compare?model=one&model=two"}) {
      String row = rowOf("one", browser.get(path).body());
      assertTrue(row.contains("<span>0.1000</span>"), row);
      assertTrue(row.contains("of the training: 0.6000"), row);
      assertTrue(row.contains("<span>0.5000</span>"), row); // accuracy
    }
    String page = browser.get("/models/one").body();
    assertTrue(page.contains("of the training: 0.6000"), page);
    assertTrue(page.contains("id=\"accuracy\"><span>0.5000</span>"), page);
    assertTrue(page.contains("id=\"confusion-threshold\">0.1000<"), page);
    assertTrue(page.contains("data-count=\"falsePositives\">1<"), page);
    Answer evaluation = server.get("/api/v1/models/one/evaluation");
    Map<?, ?> inForce = (Map<?, ?>) evaluation.field("inForce");
    assertEquals(0.6, evaluation.number("threshold"));
    assertEquals(0.1, inForce.get("threshold"));
    assertEquals(0.5, value(inForce.get("accuracy")));
    assertEquals(0.5, number(server.get("/api/v1/models/one/operating-point"), "accuracy"));
  }

  private static double number(Answer answer, String estimate) {
    return value(answer.field(estimate));
  }

  private static double value(@Nullable Object estimate) {
    Map<?, ?> fields = (Map<?, ?>) Objects.requireNonNull(estimate);
    return ((Number) Objects.requireNonNull(fields.get("value"))).doubleValue();
  }

  private static String rowOf(String model, String page) {
    int name = page.indexOf("/models/" + model + "\"");
    return page.substring(name, page.indexOf("</tr>", name));
  }

  /** Another place where the training's threshold was mixed with the one in force. */
  @Test
  void theExamplesAreOfTheVerdictsThatTheThresholdInForceGives() throws Exception {
    assertTrue(browser.get("/").body().contains("value=\"normal\">a normal series"));
    browser.post("/models/one/threshold", Map.of("value", "0.5")); // the golden series is at 0.5
    String page = browser.get("/").body();
    assertTrue(page.contains("value=\"anomaly\">an anomaly"), page);
    assertEquals(200, browser.post("/score", Map.of("example", "anomaly")).status());
    assertEquals("anomaly", server.get("/api/v1/verdicts/1").field("verdict"));
    assertEquals(List.of(), server.get("/api/v1/models/one/typical").list("series"));
  }

  @Test
  void aModelThatIsNoBetterThanAGuessIsSaidToBeSo() throws Exception {
    evaluation("one", 0.35, 0.69);
    assertSaid("one", "cannot be told from a guess", "0.350 to 0.690", "no better than a guess");
    assertTrue(browser.get("/").body().contains("cannot be told from a guess"), "it serves");
    assertTrue(
        String.valueOf(summary("one").get("doubt")).contains("0.350 to 0.690"),
        summary("one").toString());
    assertNull(summary("two").get("doubt"));
    String problems = "";
    for (int i = 0; i < 100 && !problems.contains("no better than a guess"); i++) {
      Thread.sleep(100); // it is looked for every second
      problems = browser.get("/problems").body();
    }
    assertTrue(problems.contains("no better than a guess"), problems);
  }

  @Test
  void aModelThatRanksBackwardsIsSaidToBeSo() throws Exception {
    evaluation("one", 0.1, 0.3);
    assertSaid("one", "ranks worse than a guess", "mistaken for each other");
  }

  @Test
  void aModelThatIsNoBetterThanTheMajorityAtTheThresholdInForceIsSaidToBeSo() throws Exception {
    assertFalse(browser.get("/models").body().contains("no better than"));
    browser.post("/models/two/threshold", Map.of("value", "0.95")); // calls everything normal
    assertSaid(
        "two",
        "is 0.500; calling every series what most of them are has 0.500",
        "no better than the majority");
    assertFalse(browser.get("/").body().contains("no better than"), "another one serves");
  }

  private void evaluation(String model, double low, double high) throws Exception {
    StoredValidation.setAuc(home.resolve("models/" + model), low, high);
    server.server().shelf().look();
    server.server().shelf().look();
  }

  private void assertSaid(String model, String... words) throws Exception {
    for (String path :
        new String[] {"/models", "/compare?model=one&model=two", "/models/" + model}) {
      String page = browser.get(path).body();
      for (String some : words) {
        assertTrue(page.contains(some), path + " does not say " + some + "\n" + page);
      }
    }
  }

  private Map<String, Object> summary(String model) throws Exception {
    return server.get("/api/v1/models").list("models").stream()
        .filter(one -> model.equals(one.get("name")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aThresholdOfManyDigitsIsShownInFewAndSavedInAll() throws Exception {
    browser.post("/models/one/threshold", Map.of("value", "0.4379262924194336"));
    String page = browser.get("/models/one").body();
    assertTrue(page.contains("step=\"any\" size=\"8\" value=\"0.4379\""), page);
    assertTrue(page.contains("name=\"value\" value=\"0.4379262924194336\""), page);
    assertTrue(page.contains("<span id=\"saved-value\">0.4379<"), page);
    assertTrue(
        browser.get("/models").body().contains("<span>0.4379</span>"), "and so on other pages");
    // One that is found rather than given is not long in the first place.
    Answer found = server.get("/api/v1/models/one/operating-point?falseAlarmsPerDay=0");
    assertEquals(0.55, found.number("threshold"));
  }

  @Test
  void withoutAccountsNoNameIsPromisedToBeKept() throws Exception {
    assertTrue(browser.get("/models/one").body().contains("the change is kept.</span>"));
    try (Accounts accounts =
        new Accounts(Database.open(home.resolve("data")), new Random(1), InstantSource.system())) {
      accounts.add("ole", Role.OPERATOR, "a long password");
      browser.logIn("ole", "a long password", "/");
      assertTrue(browser.get("/models/one").body().contains("the change is kept with your name"));
    }
  }

  @Test
  void faultsAreInTheLanguageOfThePage() throws Exception {
    Map<String, String> faults =
        Map.of(
            "/none", "这里什么也没有",
            "/models/nothing", "没有这个模型",
            "/models/one?threshold=2", "请给出 0 到 1 之间的数",
            "/history?from=yesterday", "请给出日期,如 2026-01-31",
            "/history/99", "没有这个编号的判定");
    for (Map.Entry<String, String> fault : faults.entrySet()) {
      String page = browser.get(fault.getKey(), "zh").body();
      assertTrue(page.contains(fault.getValue()), fault.getKey() + "\n" + page);
      assertFalse(page.contains("<samp"), page);
    }
    TinyModel.write(home.resolve("models/bad"), TinyModel.card(0.6, 0.9f));
    server.server().shelf().look();
    server.server().shelf().look();
    assertTrue(browser.get("/models", "zh").body().contains("自检未通过"));
  }

  @Test
  void aModelMayBeCalledAsAPageIs() throws Exception {
    TinyModel.write(home.resolve("models/compare"), TinyModel.card(0.6));
    server.server().shelf().look();
    server.server().shelf().look();
    String page = browser.get("/models/compare").body();
    assertTrue(page.contains("<h1><span>compare</span>"), page);
  }

  @Test
  void modelsAreComparedByFiguresAndByWhatTheyDisagreeOn() throws Exception {
    byte[] between = SeriesBytes.flat(1); // 0.73: an anomaly to one, normal to two
    server.post("/api/v1/score?name=between", "application/x-npy", between);
    server.post("/api/v1/score?name=clear", "application/x-npy", SeriesBytes.flat(3));
    String page = browser.get("/compare?model=one&model=two").body();
    assertTrue(page.contains("Both judged 0 kept series"), page);
    assertTrue(page.contains("two has not judged 2 kept series"), page);
    page =
        browser
            .post("/compare/score", Map.of("model", "two", "next", "/compare?model=one&model=two"))
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
