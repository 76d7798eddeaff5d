package io.tsad.dashboard.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.config.Setting;
import io.tsad.dashboard.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverloadTest {
  private static final int QUEUE = 4;

  @TempDir private Path home;

  /** Somebody else writes to the database for long: until then nothing can be noted or answered. */
  @Test
  void whatFindsNoRoomIsToldAtOnceAndWhatWasAcceptedIsAnswered() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    ExecutorService clients = Executors.newCachedThreadPool();
    List<Future<Answer>> accepted = new ArrayList<>();
    try (TestServer server =
            TestServer.start(
                home, Map.of(Setting.THREADS, "1", Setting.QUEUE, Integer.toString(QUEUE)));
        Connection other = new Database(home.resolve("data/dashboard.db")).connect();
        Statement statement = other.createStatement()) {
      assertEquals(200, score(server).status());
      statement.execute("BEGIN IMMEDIATE");
      accepted.add(clients.submit(() -> score(server)));
      await(server, "tsad_queue 0.0");
      Thread.sleep(200); // the one thread has taken it
      for (int i = 0; i < QUEUE; i++) {
        accepted.add(clients.submit(() -> score(server)));
      }
      await(server, "tsad_queue " + QUEUE + ".0");
      for (int i = 0; i < 100; i++) {
        Answer refused = score(server);
        assertEquals(429, refused.status(), refused.body());
        assertEquals("1", refused.header("Retry-After"));
      }
      assertTrue(accepted.stream().noneMatch(Future::isDone));
      statement.execute("ROLLBACK");
      for (Future<Answer> one : accepted) {
        assertEquals(200, one.get().status(), one.get().body());
      }
      assertEquals(200, score(server).status());
      assertTrue(server.get("/metrics").body().contains("tsad_overloaded_total 100.0"));
      assertEquals(QUEUE + 3, server.get("/api/v1/verdicts").list("verdicts").size());
    } finally {
      clients.shutdownNow();
    }
  }

  private static Answer score(TestServer server) throws Exception {
    return server.post("/api/v1/score", "application/x-npy", SeriesBytes.flat(1));
  }

  private static void await(TestServer server, String metric) throws Exception {
    while (!server.get("/metrics").body().contains(metric)) {
      Thread.sleep(20);
    }
  }
}
