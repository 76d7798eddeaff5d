package io.tsad.dashboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Browser;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.access.Accounts;
import io.tsad.dashboard.config.Setting;
import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.web.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which model scores where none is named. */
class ServingTest {
  @TempDir private Path home;
  private TestServer server;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/demo"), TinyModel.card(0.6));
    restart(Map.of());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void restart(Map<Setting, String> settings) throws Exception {
    if (server != null) {
      server.close();
    }
    server = TestServer.start(home, settings);
    browser = new Browser(server);
  }

  private void add(String name) throws Exception {
    TinyModel.write(home.resolve("models").resolve(name), TinyModel.card(0.7));
    look();
  }

  private void look() throws Exception {
    server.server().shelf().look();
    server.server().shelf().look();
  }

  private Answer score() throws Exception {
    return server.post("/api/v1/score", "application/x-npy", SeriesBytes.flat(1));
  }

  @Test
  void aSecondModelTakesTheFirstOutOfServiceNeitherNowNorAfterARestart() throws Exception {
    add("another");
    for (int i = 0; i < 2; i++) {
      assertEquals(200, server.get("/health/ready").status());
      assertEquals("demo", score().field("model"));
      String page = browser.get("/models").body();
      assertTrue(page.contains("<strong>demo</strong>"), page);
      assertTrue(page.contains("Let it serve"), page);
      assertTrue(browser.get("/").body().contains("selected=\"selected\">demo<"));
      restart(Map.of());
    }
  }

  @Test
  void somebodyLetsAnotherServeAndThatIsOnRecord() throws Exception {
    add("another");
    assertEquals(200, browser.post("/models/serving", Map.of("model", "another")).status());
    assertEquals("another", score().field("model"));
    restart(Map.of());
    assertEquals("another", score().field("model"));
    Answer serving = server.get("/api/v1/serving");
    assertEquals("another", serving.field("model"));
    assertEquals("person", serving.field("by"));
    assertNull(serving.json().get("problem"));
    assertEquals(2, serving.list("changes").size());
    assertEquals("only", serving.list("changes").get(1).get("by"));
    assertEquals(404, browser.post("/models/serving", Map.of("model", "nothing")).status());
    assertEquals(400, browser.post("/models/serving", Map.of()).status());
  }

  @Test
  void aProgramMayChooseToo() throws Exception {
    add("another");
    assertEquals("another", put("another").field("model"));
    assertEquals("another", score().field("model"));
    assertEquals(404, put("nothing").status());
  }

  private Answer put(String model) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri("/api/v1/serving?model=" + model))
            .PUT(BodyPublishers.noBody()));
  }

  @Test
  void onlyAnOperatorChoosesAndIsNamed() throws Exception {
    add("another");
    try (Accounts accounts =
        new Accounts(Database.open(home.resolve("data")), new Random(1), InstantSource.system())) {
      accounts.add("ole", Role.OPERATOR, "a long password");
      accounts.add("eva", Role.VIEWER, "another password");
      assertEquals(401, put("another").status());
      Browser viewer = new Browser(server);
      viewer.logIn("eva", "another password", "/models");
      assertFalse(viewer.get("/models").body().contains("Let it serve"));
      assertEquals(403, viewer.post("/models/serving", Map.of("model", "another")).status());
      browser.logIn("ole", "a long password", "/models");
      String page = browser.post("/models/serving", Map.of("model", "another")).body();
      assertTrue(page.contains("<td>ole</td><td>another</td>"), page);
    }
  }

  @Test
  void whatTheSettingNamesIsNotChosenElsewhere() throws Exception {
    add("another");
    restart(Map.of(Setting.MODEL, "another"));
    assertFalse(browser.get("/models").body().contains("Let it serve"));
    Answer refused = browser.post("/models/serving", Map.of("model", "demo"));
    assertEquals(409, refused.status());
    assertTrue(refused.body().contains("Change the setting"), refused.body());
    assertEquals("another", score().field("model"));
  }

  @Test
  void amongSeveralThatNeverServedThePagesSayThatOneIsToBeChosen() throws Exception {
    Path other = home.resolve("other");
    TinyModel.write(other.resolve("models/one"), TinyModel.card(0.6));
    TinyModel.write(other.resolve("models/two"), TinyModel.card(0.6));
    server.close();
    server = TestServer.start(other);
    browser = new Browser(server);
    assertSaid("nobody has chosen one");
    browser.post("/models/serving", Map.of("model", "two"));
    assertEquals("two", score().field("model"));
  }

  @Test
  void whenTheModelThatServesIsGoneEverybodyIsToldAndNoneTakesItsPlace() throws Exception {
    add("another");
    Files.delete(home.resolve("models/demo/model.onnx"));
    Files.delete(home.resolve("models/demo"));
    look();
    assertSaid("is gone");
    assertTrue(
        score().field("remedy").toString().startsWith("Choose one"), "what to do is said too");
    restart(Map.of());
    assertSaid("is gone");
    assertTrue(browser.get("/", "zh").body().contains("的文件夹已不存在"));
  }

  @Test
  void whenTheModelThatServesIsBrokenEverybodyIsToldAndNoneTakesItsPlace() throws Exception {
    add("another");
    Files.writeString(home.resolve("models/demo/model.onnx"), "garbage");
    restart(Map.of());
    assertSaid("is refused");
  }

  private void assertSaid(String words) throws Exception {
    Answer ready = server.get("/health/ready");
    assertEquals(503, ready.status());
    assertTrue(ready.body().contains(words), ready.body());
    Answer refused = score();
    assertEquals(503, refused.status());
    assertTrue(refused.body().contains(words), refused.body());
    for (String path : new String[] {"/", "/models"}) {
      assertTrue(browser.get(path).body().contains(words), path);
    }
    String problems = "";
    for (int i = 0; i < 100 && !problems.contains(words); i++) {
      Thread.sleep(100); // it is looked for every second
      problems = browser.get("/problems").body();
    }
    assertTrue(problems.contains(words), problems);
  }
}
