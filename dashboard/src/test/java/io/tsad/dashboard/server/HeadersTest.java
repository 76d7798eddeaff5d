package io.tsad.dashboard.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.dashboard.Answer;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadersTest {
  @TempDir private Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyAnswerForbidsBrowsersWhatPagesDoNotNeed() throws Exception {
    for (String path :
        List.of(
            "/models",
            "/login",
            "/api",
            "/api/v1/models",
            "/none",
            "/static/tsad.css",
            "/%2e%2e")) {
      Answer answer = server.get(path);
      for (Map.Entry<String, String> header : SecurityHeaders.ALL.entrySet()) {
        if (!header.getKey().equals("Cache-Control")) {
          assertEquals(header.getValue(), answer.header(header.getKey()), path);
        }
      }
      assertEquals("", answer.header("Server"), path);
      assertFalse(answer.header("Content-Security-Policy").contains("unsafe"), path);
    }
  }

  @Test
  void pagesHaveNoInlineScriptOrStyle() throws Exception {
    Pattern inline = Pattern.compile("<script(?![^>]* src=)|<style| style=| on[a-z]+=");
    for (String path : List.of("/models", "/login", "/api")) {
      String page = page(path, "en").body();
      assertFalse(inline.matcher(page).find(), page);
    }
  }

  @Test
  void filesOfOursAreAskedForAgainAndThoseOfLibrariesAreKept() throws Exception {
    Answer ours = server.get("/static/tsad.css");
    assertEquals("no-cache", ours.header("Cache-Control"));
    Answer again =
        server.send(
            HttpRequest.newBuilder(server.uri("/static/tsad.css"))
                .header("If-None-Match", ours.header("ETag")));
    assertEquals(304, again.status());
    Answer library = server.get("/webjars/chart.js/4.5.1/dist/chart.umd.js");
    assertEquals(200, library.status());
    assertEquals("max-age=31536000, immutable", library.header("Cache-Control"));
    assertEquals("no-store", server.get("/models").header("Cache-Control"));
  }

  @Test
  void everyRequestHasANumberThatTheLogHasToo() throws Exception {
    Answer first = server.get("/models?secret=1");
    Answer second = server.get("/none");
    assertNotEquals(first.header("X-Request-Id"), second.header("X-Request-Id"));
    assertEquals(second.header("X-Request-Id"), second.field("request"));
    List<String> log = server.log().lines().toList();
    Map<String, Object> line = JSON.std.mapFrom(log.get(0));
    assertEquals(first.header("X-Request-Id"), line.get("request"));
    assertEquals("/models", line.get("path"));
    assertEquals(200, line.get("status"));
    assertFalse(server.log().contains("secret"), server.log());
  }

  @Test
  void pagesSpeakTheLanguageThatIsAskedFor() throws Exception {
    assertTrue(page("/models", "zh-CN,zh;q=0.9,en;q=0.8").body().contains("<h1>模型</h1>"));
    assertTrue(page("/models", "fr").body().contains("<h1>Models</h1>"));
    assertEquals("zh", page("/models", "zh").header("Content-Language"));
  }

  @Test
  void aPersonIsToldOfAFaultOnAPageAndAProgramInJson() throws Exception {
    Answer page = page("/none", "en");
    assertEquals(404, page.status());
    assertTrue(page.body().contains("<h1>Error 404</h1>"), page.body());
    assertEquals("application/problem+json", server.get("/none").header("Content-Type"));
  }

  @Test
  void metricsCountWhatHappened() throws Exception {
    server.post("/api/v1/score", "application/x-npy", SeriesBytes.flat(1));
    String metrics = server.get("/metrics").body();
    for (String line :
        List.of(
            "tsad_verdicts_total{model=\"tiny\",verdict=\"anomaly\"} 1.0",
            "tsad_queue 0.0",
            "tsad_scoring_pass_seconds_count 1",
            "tsad_http_requests_seconds_count{method=\"POST\",route=\"/api/v1/score\","
                + "status=\"200\"} 1")) {
      assertTrue(metrics.contains(line), metrics);
    }
    assertTrue(
        Pattern.compile("tsad_model\\{name=\"tiny\",version=\"[0-9a-f]{12}\"} 1.0")
            .matcher(metrics)
            .find(),
        metrics);
  }

  @Test
  void itIsReadyWhileAModelIsActive() throws Exception {
    assertEquals(200, server.get("/health/ready").status());
    try (TestServer empty = TestServer.start(home.resolve("empty"))) {
      assertEquals(503, empty.get("/health/ready").status());
      assertEquals(200, empty.get("/health/live").status());
      assertEquals(
          503, empty.post("/api/v1/score", "application/x-npy", SeriesBytes.flat(1)).status());
    }
  }

  private Answer page(String path, String languages) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Accept", "text/html")
            .header("Accept-Language", languages));
  }
}
