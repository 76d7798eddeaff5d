package io.tsad.dashboard;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Programs that score one series after the other until the server takes none. */
public final class ScoringClients implements AutoCloseable {
  private static final int CLIENTS = 8;

  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
  private final List<Future<Work>> clients = new ArrayList<>();
  private final CountDownLatch firstAnswer = new CountDownLatch(1);

  /**
   * What became of their requests.
   *
   * @param answered probabilities that were answered with 200, by number of the verdict
   * @param other all other answers
   * @param broken requests that were sent, at least in part, and not answered
   */
  public record Work(Map<Long, Float> answered, List<String> other, List<String> broken) {
    Work() {
      this(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private ScoringClients() {}

  /** Begins, and returns once the first series is scored: on a busy machine that takes its time. */
  public static ScoringClients start(URI server) throws IOException, InterruptedException {
    ScoringClients clients = new ScoringClients();
    for (int i = 0; i < CLIENTS; i++) {
      byte[] body = SeriesBytes.flat(i / 4.0 - 1);
      clients.clients.add(clients.threads.submit(() -> clients.score(server, body)));
    }
    if (!clients.firstAnswer.await(1, TimeUnit.MINUTES)) {
      clients.close();
      throw new IllegalStateException("Nothing was scored for a minute");
    }
    return clients;
  }

  private Work score(URI server, byte[] body) throws InterruptedException {
    Work work = new Work();
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/v1/score"))
            .header("Content-Type", "application/x-npy")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      while (true) {
        Answer answer = new Answer(client.send(request, BodyHandlers.ofString()));
        if (answer.status() == 200) {
          work.answered.put((long) answer.number("id"), (float) answer.number("probability"));
          firstAnswer.countDown();
        } else {
          work.other.add(answer.body());
        }
      }
    } catch (ConnectException e) {
      return work; // nobody is there
    } catch (IOException e) {
      work.broken.add(e.toString());
      return work;
    }
  }

  /** Waits until the server takes nothing. */
  public Work await() throws InterruptedException, ExecutionException {
    Work all = new Work();
    for (Future<Work> client : clients) {
      all.answered.putAll(client.get().answered);
      all.other.addAll(client.get().other);
      all.broken.addAll(client.get().broken);
    }
    return all;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
