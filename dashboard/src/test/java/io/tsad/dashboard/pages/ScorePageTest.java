package io.tsad.dashboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Browser;
import io.tsad.dashboard.Form;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.config.Setting;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorePageTest {
  @TempDir private Path home;
  private TestServer server;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home);
    browser = new Browser(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpRequest.Builder form(Form form) throws Exception {
    return HttpRequest.newBuilder(server.uri("/score"))
        .header("Content-Type", Form.TYPE)
        .header("X-CSRF-Token", browser.csrf("/"))
        .POST(BodyPublishers.ofByteArray(form.bytes()));
  }

  @Test
  void theFormWorksAsADocument() throws Exception {
    Answer page =
        browser.send(
            form(
                new Form()
                    .file("one.npy", SeriesBytes.flat(1))
                    .file("broken.npy", "no".getBytes(StandardCharsets.UTF_8))));
    assertEquals(200, page.status(), page.body());
    assertTrue(page.body().contains("<a href=\"/history/1\">one.npy</a>"), page.body());
    assertTrue(page.body().contains("broken.npy"), page.body());
    assertTrue(page.body().contains("class=\"bad\""), page.body());
    assertEquals("page", server.get("/api/v1/verdicts/1").field("origin"));
  }

  @Test
  void aScriptIsAnsweredInJson() throws Exception {
    HttpRequest.Builder request = form(new Form().file("one.npy", SeriesBytes.flat(1)));
    request.header("Cookie", browser.cookie()).header("Accept", "application/json");
    Answer answer = server.send(request);
    assertEquals(200, answer.status(), answer.body());
    List<Map<String, Object>> results = answer.list("results");
    assertEquals(1, results.size());
    assertEquals("anomaly", results.get(0).get("verdict"));
    assertEquals(server.get("/api/v1/verdicts/1").json(), results.get(0));
  }

  @Test
  void valuesMayBePastedHoweverTheyAreSeparated() throws Exception {
    Answer page =
        browser.post("/score", Map.of("values", " 1, 2 3;2\n1\t0.5\r\n0, 1 ", "model", "tiny"));
    assertEquals(200, page.status(), page.body());
    assertEquals(
        TinyModel.probability(10.5 / 8),
        server.get("/api/v1/verdicts/1").number("probability"),
        1e-6);
  }

  @Test
  void anExampleIsOneClickAway() throws Exception {
    String page = browser.get("/").body();
    assertTrue(page.contains("name=\"example\""), page);
    assertTrue(page.contains("value=\"normal\""), page);
    browser.post("/score", Map.of("example", "normal"));
    assertEquals(0.5, server.get("/api/v1/verdicts/1").number("probability"), 1e-6);
    assertEquals(404, browser.post("/score", Map.of("example", "../x")).status());
  }

  @Test
  void nothingChosenIsSaidSo() throws Exception {
    Answer page = browser.send(form(new Form().file("", new byte[0])));
    assertEquals(400, page.status());
    assertTrue(page.body().contains("Choose files, or paste values"), page.body());
    assertEquals(0, server.get("/api/v1/verdicts").list("verdicts").size());
  }

  @Test
  void anUploadIsKeptOrNotAsIsSet() throws Exception {
    browser.post("/score", Map.of("values", "1 2 3 4 5 6 7 8"));
    assertTrue(Files.exists(home.resolve("data/series")));
    server.close();
    Path other = Files.createDirectories(home.resolve("other"));
    TinyModel.write(other.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(other, Map.of(Setting.KEEP_SERIES, "none"));
    new Browser(server).post("/score", Map.of("values", "1 2 3 4 5 6 7 8"));
    assertEquals(1, server.get("/api/v1/verdicts").list("verdicts").size());
    assertFalse(Files.exists(other.resolve("data/series")));
  }
}
