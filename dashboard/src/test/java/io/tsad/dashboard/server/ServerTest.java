package io.tsad.dashboard.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
  @TempDir private Path home;

  @Test
  void scoresASeriesAndFindsItInTheHistory() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    try (TestServer server = TestServer.start(home)) {
      Answer answer =
          server.post(
              "/api/v1/score?name=ones",
              "application/json",
              "[1,1,1,1,1,1,1,1]".getBytes(StandardCharsets.UTF_8));
      assertEquals(200, answer.status(), answer.body());
      assertEquals("anomaly", answer.field("verdict"));
      assertEquals(TinyModel.probability(1), answer.number("probability"), 1e-6);
      assertEquals(0.6, answer.number("threshold"));
      assertEquals("tiny", answer.field("model"));
      assertEquals("ones", answer.field("name"));
      assertEquals(List.of(answer.json()), server.get("/api/v1/verdicts").list("verdicts"));
    }
  }

  @Test
  void showsTheModelsOnAPage() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    TinyModel.write(home.resolve("models/wrong"), TinyModel.card(0.6, 0.9f));
    try (TestServer server = TestServer.start(home)) {
      Answer page = server.get("/models");
      assertEquals(200, page.status(), page.body());
      assertTrue(page.body().contains("<title>Models · tsad</title>"), page.body());
      assertTrue(page.body().contains("tiny"), page.body());
      assertTrue(page.body().contains("fails its self-test"), page.body());
    }
  }
}
