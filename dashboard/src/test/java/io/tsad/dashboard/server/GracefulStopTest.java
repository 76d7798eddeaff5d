package io.tsad.dashboard.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.RawConnection;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.config.Setting;
import io.tsad.dashboard.history.Search;
import io.tsad.dashboard.history.SqliteHistory;
import io.tsad.dashboard.store.Database;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GracefulStopTest {
  @TempDir private Path home;

  @Test
  void aRequestThatIsHalfSentWhenTheServerStopsIsAnswered() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    TestServer server = TestServer.start(home);
    byte[] body = SeriesBytes.flat(1);
    try (RawConnection connection = RawConnection.to(server.uri("/"));
        RawConnection other = RawConnection.to(server.uri("/"))) {
      connection.sendHead(
          "POST /api/v1/score HTTP/1.1",
          "Content-Type: application/x-npy",
          "Content-Length: " + body.length);
      connection.send(Arrays.copyOf(body, 50));
      Thread stop = new Thread(server::close);
      stop.start();
      String told;
      do {
        Thread.sleep(20);
        other.sendHead("GET /health/live HTTP/1.1");
        told = other.read();
      } while (!told.contains("Connection: close"));
      assertThrows(ConnectException.class, () -> RawConnection.to(server.uri("/")));
      connection.send(Arrays.copyOfRange(body, 50, body.length));
      String answer = connection.read();
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertTrue(answer.contains("Connection: close"), answer);
      stop.join();
    }
  }

  @Test
  void whatIsAnsweredUnderLoadWhileItStopsIsInTheHistoryAndNothingFails() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    TestServer server = TestServer.start(home);
    byte[] body = SeriesBytes.flat(1);
    ExecutorService clients = Executors.newFixedThreadPool(8);
    List<Future<Integer>> answered = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      answered.add(clients.submit(new Client(server, body)));
    }
    Thread.sleep(1000);
    server.close();
    int all = 0;
    for (Future<Integer> one : answered) {
      all += one.get();
    }
    clients.shutdown();
    assertTrue(all > 8, "answered " + all);
    try (SqliteHistory history = SqliteHistory.open(Database.open(home.resolve("data")))) {
      assertEquals(all, history.search(Search.newest(1)).entries().get(0).id());
    }
  }

  /** Sends one after the other until the server takes none; counts those answered. */
  private record Client(TestServer server, byte[] body) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      int answered = 0;
      HttpClient client = HttpClient.newHttpClient();
      while (true) {
        try {
          int status =
              client
                  .send(
                      HttpRequest.newBuilder(server.uri("/api/v1/score"))
                          .header("Content-Type", "application/x-npy")
                          .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                          .build(),
                      BodyHandlers.ofString())
                  .statusCode();
          assertEquals(200, status);
          answered++;
        } catch (ConnectException e) {
          return answered;
        }
      }
    }
  }

  @Test
  void anAddressThatIsTakenIsAFaultInOneLine() throws Exception {
    try (TestServer first = TestServer.start(home)) {
      String port = Integer.toString(first.uri("/").getPort());
      ServerException fault =
          assertThrows(
              ServerException.class, () -> TestServer.start(home, Map.of(Setting.PORT, port)));
      assertTrue(fault.getMessage().contains("cannot be listened on"), fault.getMessage());
    }
  }
}
