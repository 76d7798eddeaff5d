package io.tsad.dashboard.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Form;
import io.tsad.dashboard.RawConnection;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.config.Setting;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody should send. Each gets the right status, nothing is stored, and the server lives. */
class HostileInputTest {
  private static final int LIMIT = 1_000_000;

  @TempDir private Path home;
  private TestServer server;
  private int expected;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    server =
        TestServer.start(
            home,
            Map.of(
                Setting.MAX_UPLOAD, "1",
                Setting.MAX_SERIES, "50",
                Setting.MAX_SAMPLES, "20000",
                Setting.UPLOAD_TIMEOUT, "1",
                Setting.KEEP_SERIES, "all"));
  }

  @AfterEach
  void nothingIsStoredAndTheServerLives() throws Exception {
    try (TestServer alive = server) {
      assertEquals(expected, alive.get("/api/v1/verdicts").list("verdicts").size());
      assertEquals(200, alive.get("/health/ready").status());
      assertFalse(alive.log().contains("\"status\":500"), alive.log());
    }
    try (Stream<Path> files = Files.walk(home)) {
      assertEquals(
          expected == 0 ? 0 : 1,
          files.filter(file -> file.toString().endsWith(".npy")).count(),
          "kept series");
    }
  }

  @Test
  void namesAreOnlyEverShown() throws Exception {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("../../../etc/passwd", "passwd");
    names.put("..\\\\..\\\\boot.ini", "boot.ini");
    names.put("..", "series");
    names.put("a\u202egnp.npy", "a gnp.npy");
    names.put("<script>alert(1)</script>", "script>");
    names.put("\u00e9\u4e2d.npy", "\u00e9\u4e2d.npy");
    names.put("x".repeat(5_000), "x".repeat(119) + "…");
    for (Map.Entry<String, String> name : names.entrySet()) {
      Answer answer =
          server.post(
              "/api/v1/score",
              Form.TYPE,
              new Form().file(name.getKey(), SeriesBytes.flat(1)).bytes());
      assertEquals(200, answer.status(), answer.body());
      assertEquals(name.getValue(), answer.list("results").get(0).get("name"));
      expected++;
    }
    Answer nul =
        server.post("/api/v1/score?name=a%00b%0d%0ac", "application/x-npy", SeriesBytes.flat(1));
    assertEquals("a b c", nul.field("name"));
    expected++;
  }

  @Test
  void aNameOfTenKilobytesIsRefused() throws Exception {
    String name = "x".repeat(10_000);
    Answer part =
        server.post("/api/v1/score", Form.TYPE, new Form().file(name, SeriesBytes.flat(1)).bytes());
    assertEquals(400, part.status(), part.body());
    assertEquals("The body is not what its Content-Type says", part.field("detail"));
    try (RawConnection connection = RawConnection.to(server.uri("/"))) {
      connection.sendHead("POST /api/v1/score?name=" + name + " HTTP/1.1", "Content-Length: 0");
      String answer = connection.read();
      assertTrue(answer.startsWith("HTTP/1.1 414"), answer);
    }
  }

  @Test
  void aFormWithANameThatHasANulIsNoForm() throws Exception {
    Answer answer =
        server.post(
            "/api/v1/score", Form.TYPE, new Form().file("a\0b", SeriesBytes.flat(1)).bytes());
    assertEquals(400, answer.status(), answer.body());
  }

  @Test
  void anArchiveThatUnpacksToGigabytesCostsNothing() throws Exception {
    byte[] zeros = new byte[LIMIT];
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.writeBytes(SeriesBytes.header(1L << 26));
    for (int i = 0; i < 100; i++) {
      bomb.writeBytes(zeros);
    }
    Answer answer =
        server.post(
            "/api/v1/score",
            "application/x-npz",
            SeriesBytes.zip(Map.of("a.npy", bomb.toByteArray())));
    assertEquals(200, answer.status(), answer.body());
    assertTrue(answer.body().contains("has 67,108,864 samples"), answer.body());
    assertTrue(answer.body().contains("at most 20,000 are read here"), answer.body());
  }

  @Test
  void anArchiveOfMoreArraysThanAllowedIsRefused() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 5_000; i++) {
      entries.put(i + ".npy", new byte[0]);
    }
    Answer answer = server.post("/api/v1/score", "application/zip", SeriesBytes.zip(entries));
    assertEquals(413, answer.status(), answer.body());
  }

  @Test
  void aBodyOfAnotherLengthThanItsHeadSaysIsNotScored() throws Exception {
    byte[] series = SeriesBytes.flat(1);
    for (int length : new int[] {series.length - 8, series.length + 8}) {
      try (RawConnection connection = RawConnection.to(server.uri("/"))) {
        connection.sendHead(
            "POST /api/v1/score HTTP/1.1",
            "Content-Type: application/x-npy",
            "Content-Length: " + length);
        connection.send(series);
        String answer = connection.finish();
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
        assertFalse(answer.contains(" 200 "), answer);
      }
    }
  }

  @Test
  void lengthsThatLieAreFound() throws Exception {
    for (long samples : new long[] {9, 20_000, 20_001, 1L << 31, 1L << 62}) {
      Answer answer =
          server.post("/api/v1/score", "application/x-npy", SeriesBytes.header(samples));
      assertEquals(422, answer.status(), answer.body());
    }
    Answer archive =
        server.post("/api/v1/score", "application/x-npz", new byte[] {'P', 'K', 3, 4, 9, 9});
    assertTrue(archive.body().contains("is truncated or damaged"), archive.body());
  }

  @Test
  void aBodyBeyondTheLimitIsTooLarge() throws Exception {
    byte[] large = new byte[LIMIT + 1];
    for (String type : List.of("application/x-npy", "application/json", "text/csv")) {
      Answer answer = server.post("/api/v1/score", type, large);
      assertEquals(413, answer.status(), answer.body());
      assertEquals("The request has more than 1,000,000 bytes", answer.field("detail"));
    }
    assertEquals(
        413, server.post("/api/v1/score", Form.TYPE, new Form().file("a", large).bytes()).status());
    Answer chunked =
        server.send(
            HttpRequest.newBuilder(server.uri("/api/v1/score"))
                .header("Content-Type", "application/x-npy")
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofByteArray(SeriesBytes.header(20_000)),
                        BodyPublishers.ofByteArrays(List.of(large)))));
    assertTrue(chunked.status() == 413 || chunked.status() == 422, chunked.body());
  }

  @Test
  void moreSeriesThanAllowedAreTooMany() throws Exception {
    Form form = new Form();
    for (int i = 0; i < 10_000; i++) {
      form.file(i + ".npy", new byte[0]);
    }
    Answer answer = server.post("/api/v1/score", Form.TYPE, form.bytes());
    assertEquals(413, answer.status(), answer.body());
    Form some = new Form();
    for (int i = 0; i < 60; i++) {
      some.file(i + ".npy", new byte[0]);
    }
    assertEquals(413, server.post("/api/v1/score", Form.TYPE, some.bytes()).status());
  }

  @Test
  void aBodyThatComesTooSlowlyIsTimedOut() throws Exception {
    try (RawConnection slow = RawConnection.to(server.uri("/"))) {
      slow.sendHead(
          "POST /api/v1/score HTTP/1.1", "Content-Type: text/csv", "Content-Length: 1000");
      String answer = slow.trickle("1\n", 150);
      assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
    }
  }

  @Test
  void contentTypesThatCannotBeScoredAreTold() throws Exception {
    for (String type :
        List.of("text/html", "application/x-www-form-urlencoded", "image/png", "nonsense")) {
      Answer answer = server.post("/api/v1/score", type, SeriesBytes.flat(1));
      assertEquals(415, answer.status(), answer.body());
    }
    Answer none =
        server.send(
            HttpRequest.newBuilder(server.uri("/api/v1/score"))
                .POST(BodyPublishers.ofByteArray(SeriesBytes.flat(1))));
    assertEquals(415, none.status());
    Answer noForm = server.post("/api/v1/score", "multipart/form-data", SeriesBytes.flat(1));
    assertEquals(400, noForm.status(), noForm.body());
    Answer noFile = server.post("/api/v1/score", Form.TYPE, new Form().bytes());
    assertEquals(400, noFile.status(), noFile.body());
  }

  @Test
  void everyMethodOnEveryPathIsAnsweredWithoutAFault() throws Exception {
    List<String> paths =
        List.of(
            "/",
            "/score",
            "/history",
            "/history/1",
            "/history/1/mark",
            "/history.csv",
            "/corrections.zip",
            "/models",
            "/models/tiny",
            "/compare",
            "/problems",
            "/login",
            "/logout",
            "/language",
            "/api",
            "/api/v1/score",
            "/api/v1/verdicts/x",
            "/metrics",
            "/health/live",
            "/static/tsad.css",
            "/none",
            "/webjars/",
            "/static/",
            "/api/v1/models/a%2fb");
    for (String path : paths) {
      for (String method :
          List.of(
              "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY",
              "BREW")) {
        Answer answer =
            server.send(
                HttpRequest.newBuilder(server.uri(path)).method(method, BodyPublishers.noBody()));
        assertTrue(answer.status() < 500, method + " " + path + ": " + answer.status());
        assertEquals("nosniff", answer.header("X-Content-Type-Options"), method + " " + path);
      }
    }
  }

  @Test
  void requestsThatAreNoneAreAnsweredWithoutAFault() throws Exception {
    for (String request :
        List.of(
            "GET /../../etc/passwd HTTP/1.1",
            "GET /static/..%2f..%2fetc/passwd HTTP/1.1",
            "GET /%00 HTTP/1.1",
            "GET / HTTP/1.1\r\nHost: other",
            "GET / HTTP/1.1\r\nX: " + "x".repeat(20_000),
            "POST /api/v1/score HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
            "POST /api/v1/score HTTP/1.1\r\nContent-Length: -1",
            "nonsense")) {
      try (RawConnection connection = RawConnection.to(server.uri("/"))) {
        connection.sendHead(request);
        String answer = connection.read();
        assertTrue(answer.startsWith("HTTP/1.1 4"), request + "\n" + answer);
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("jetty"), answer);
        assertFalse(answer.contains("\tat "), answer);
      }
    }
  }

  @Test
  void anotherSitesPageCanSendNothing() throws Exception {
    for (Map.Entry<String, String> header :
        Map.of(
                "Origin", "https://evil.example",
                "Sec-Fetch-Site", "cross-site",
                "X-HTTP-Method-Override", "PUT")
            .entrySet()) {
      Answer answer =
          server.send(
              HttpRequest.newBuilder(server.uri("/api/v1/score"))
                  .header("Content-Type", "text/plain")
                  .header(header.getKey(), header.getValue())
                  .POST(BodyPublishers.ofByteArray(SeriesBytes.flat(1))));
      assertTrue(answer.status() == 403 || answer.status() == 400, answer.body());
    }
    try (RawConnection rebound = RawConnection.to(server.uri("/"))) {
      rebound.send(
          "GET /api/v1/models HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
      assertTrue(rebound.read().startsWith("HTTP/1.1 421"));
    }
  }

  @Test
  void aModelSwappedForGarbageWhileServingHarmsNoRequest() throws Exception {
    for (int i = 0; i < 60; i++) {
      if (i == 5) {
        Files.writeString(home.resolve("models/tiny/model.onnx"), "garbage");
      }
      Answer answer = server.post("/api/v1/score", "application/x-npy", SeriesBytes.flat(1));
      assertEquals(200, answer.status(), answer.body());
      expected++;
      Thread.sleep(50);
    }
    assertTrue(server.get("/api/v1/models").body().contains("\"serving\":true"));
  }
}
