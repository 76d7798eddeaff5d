package io.tsad.dashboard.webhook;

import io.tsad.dashboard.api.VerdictJson;
import io.tsad.dashboard.config.Settings;
import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.web.Json;
import io.tsad.runtime.detect.Verdict;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts every anomaly to an address, in order, from a thread of its own: an address that is slow or
 * gone holds up nobody. What is not taken is sent again after a while, a few times; what waits when
 * the server stops is sent once more and then left to the history.
 */
public final class Webhook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);

  private static final int WAITING = 10_000;
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

  private final Settings.Webhook settings;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread = new Thread(this::work, "webhook");
  private volatile boolean closing;

  /** Starts its thread. */
  public Webhook(Settings.Webhook settings) {
    this.settings = settings;
    thread.setDaemon(true);
    thread.start();
  }

  /** Tells of {@code entry} if it is an anomaly, later. */
  public void tell(Entry entry) {
    if (entry.scored().verdict() == Verdict.ANOMALY && !queue.offer(entry)) {
      LOG.warn("The webhook is not told of verdict {}: too many wait", entry.id());
    }
  }

  private void work() {
    try {
      while (!closing || !queue.isEmpty()) {
        Entry entry = queue.poll(100, TimeUnit.MILLISECONDS);
        if (entry != null) {
          deliver(entry);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("The webhook was not told of {} verdicts", queue.size());
    }
  }

  private void deliver(Entry entry) throws InterruptedException {
    for (Duration pause : PAUSES) {
      if (post(entry)) {
        return;
      }
      if (closing) {
        break;
      }
      Thread.sleep(pause.toMillis());
    }
    if (!post(entry)) {
      LOG.warn("The webhook did not take verdict {}", entry.id());
    }
  }

  private boolean post(Entry entry) throws InterruptedException {
    byte[] body = Json.text(VerdictJson.of(entry)).getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.url())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    if (!settings.secret().isEmpty()) {
      request.header("X-Tsad-Signature", new Signature(settings.secret()).of(body));
    }
    try {
      int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300;
    } catch (IOException e) {
      return false;
    }
  }

  /** Sends what waits, for a short while, and ends. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(LAST_PATIENCE.toMillis());
      thread.interrupt();
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
