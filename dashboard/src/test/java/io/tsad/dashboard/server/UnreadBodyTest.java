package io.tsad.dashboard.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.RawConnection;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before all of it was read. */
class UnreadBodyTest {
  private static final int LENGTH = 3000;

  @TempDir private static Path home;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/score, image/png, 415",
    "/api/v1/score?relevance=maybe, application/json, 400",
    "/api/v1/score?name=a.npy, application/x-npy, 422",
    "/api/nowhere, text/csv, 404"
  })
  void theRestIsReadBeforeTheAnswerSoThatTheConnectionServesOn(
      String path, String type, String status) throws Exception {
    try (RawConnection connection = RawConnection.to(server.uri("/"))) {
      connection.sendHead(
          "POST " + path + " HTTP/1.1", "Content-Type: " + type, "Content-Length: " + LENGTH);
      connection.send("x".repeat(10));
      Thread.sleep(300); // the server has made up its mind, and the rest is under way
      connection.send("x".repeat(LENGTH - 10));
      String answer = connection.read();
      assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
      assertFalse(answer.contains("Connection: close"), answer);
      connection.sendHead("GET /health/live HTTP/1.1");
      assertTrue(connection.read().startsWith("HTTP/1.1 200 "));
    }
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/score, 415", "/api/v1/nowhere, 404"})
  void whoAsksBeforeSendingIsAnsweredAtOnce(String path, String status) throws Exception {
    try (RawConnection connection = RawConnection.to(server.uri("/"))) {
      connection.sendHead(
          "POST " + path + " HTTP/1.1",
          "Content-Type: image/png",
          "Expect: 100-continue",
          "Content-Length: " + LENGTH);
      String answer = connection.read();
      assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    }
  }
}
