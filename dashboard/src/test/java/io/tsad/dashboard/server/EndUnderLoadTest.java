package io.tsad.dashboard.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.ScoringClients;
import io.tsad.dashboard.ServerProcess;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.store.Transactions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the process while programs score, by force and by request. {@code -Dend.rounds} says how
 * often.
 */
class EndUnderLoadTest {
  private static final int ROUNDS = Integer.getInteger("end.rounds", 2);
  private static final int LONGEST_LOAD_MILLIS = 1500;

  @TempDir private Path home;

  @BeforeEach
  void addModel() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
  }

  @Test
  void whateverWasAnsweredOutlivesAKilledProcess() throws Exception {
    Random random = new Random(0);
    Map<Long, Float> answered = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      int before = answered.size();
      try (ServerProcess server = ServerProcess.start(home);
          ScoringClients clients = ScoringClients.start(server.address())) {
        Thread.sleep(random.nextInt(LONGEST_LOAD_MILLIS));
        server.kill();
        ScoringClients.Work work = clients.await();
        assertEquals(List.of(), work.other());
        answered.putAll(work.answered());
      }
      assertTrue(answered.size() > before, "nothing was answered in round " + round);
      Map<Long, Float> found = history();
      found.keySet().retainAll(answered.keySet()); // the last were noted, and not answered
      assertTrue(answered.equals(found), "round " + round);
    }
  }

  @Test
  void noRequestThatWasAcceptedFailsWhenTheProcessIsAskedToEnd() throws Exception {
    Random random = new Random(1);
    Map<Long, Float> answered = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (ServerProcess server = ServerProcess.start(home);
          ScoringClients clients = ScoringClients.start(server.address())) {
        Thread.sleep(random.nextInt(LONGEST_LOAD_MILLIS));
        int status = server.terminate();
        ScoringClients.Work work = clients.await();
        assertEquals(List.of(), work.broken(), "round " + round);
        assertEquals(List.of(), work.other(), "round " + round);
        assertFalse(work.answered().isEmpty(), "round " + round);
        assertEquals(128 + 15, status, "SIGTERM");
        answered.putAll(work.answered());
      }
      assertTrue(answered.equals(history()), "round " + round);
    }
  }

  /** Probabilities by number, of a database that is whole. */
  private Map<Long, Float> history() throws Exception {
    Database database = new Database(home.resolve("data/dashboard.db"));
    try (Transactions transactions = Transactions.of(database)) {
      assertEquals(
          List.of("ok"), transactions.query("PRAGMA integrity_check", row -> row.getString(1)));
      Map<Long, Float> all = new TreeMap<>();
      transactions.query(
          "SELECT id, probability FROM verdict",
          row -> all.put(row.getLong("id"), (float) row.getDouble("probability")));
      return all;
    }
  }
}
