package io.tsad.dashboard.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.config.Setting;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTest {
  @TempDir private Path home;

  @Test
  void anomaliesAreToldSignedAndAgainIfTheyWereNotTaken() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    List<String> bodies = new CopyOnWriteArrayList<>();
    List<String> signatures = new CopyOnWriteArrayList<>();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/alarms",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          signatures.add(exchange.getRequestHeaders().getFirst("X-Tsad-Signature"));
          exchange.sendResponseHeaders(bodies.size() == 1 ? 503 : 204, -1);
          exchange.close();
        });
    receiver.start();
    String url = "http://127.0.0.1:%d/alarms".formatted(receiver.getAddress().getPort());
    String answer;
    try (TestServer server =
        TestServer.start(
            home, Map.of(Setting.WEBHOOK_URL, url, Setting.WEBHOOK_SECRET, "of the two"))) {
      server.post("/api/v1/score", "application/x-npy", SeriesBytes.flat(-1));
      answer = server.post("/api/v1/score", "application/x-npy", SeriesBytes.flat(1)).body();
      while (bodies.size() < 2) {
        Thread.sleep(20);
      }
    }
    receiver.stop(0);
    assertEquals(List.of(answer, answer), bodies);
    String signature = new Signature("of the two").of(answer.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(signature, signature), signatures);
  }

  @Test
  void theSignatureIsTheOneOthersCompute() {
    // printf 'body' | openssl dgst -sha256 -hmac 'secret'
    assertEquals(
        "sha256=dc46983557fea127b43af721467eb9b3fde2338fe3e14f51952aa8478c13d355",
        new Signature("secret").of("body".getBytes(StandardCharsets.UTF_8)));
  }
}
