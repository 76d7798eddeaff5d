package io.tsad.dashboard;

import io.tsad.dashboard.config.Setting;
import io.tsad.dashboard.config.SettingSources;
import io.tsad.dashboard.server.DashboardServer;
import io.tsad.dashboard.server.Surroundings;
import io.tsad.runtime.TsadException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** The real server on a free port, and a client of it. */
public final class TestServer implements AutoCloseable {
  private final StringWriter log;
  private final HttpClient client = HttpClient.newHttpClient();
  private final DashboardServer server;

  private TestServer(DashboardServer server, StringWriter log) {
    this.server = server;
    this.log = log;
  }

  /** Serves {@code home/models}, and keeps its data in {@code home/data}. */
  public static TestServer start(Path home) throws TsadException {
    return start(home, Map.of());
  }

  /** The same with settings of one's own. */
  public static TestServer start(Path home, Map<Setting, String> settings) throws TsadException {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.put(Setting.PORT, "0");
    all.put(Setting.MODELS, home.resolve("models").toString());
    all.put(Setting.DATA, home.resolve("data").toString());
    all.put(Setting.DEVICE, "cpu");
    all.putAll(settings);
    StringWriter log = new StringWriter();
    return new TestServer(
        new DashboardServer(
            new SettingSources(null, Map.of(), all).read(),
            new Surroundings(InstantSource.system(), new Random(0), new PrintWriter(log))),
        log);
  }

  public URI uri(String path) {
    return server.address().resolve(path);
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  public Answer post(String path, String type, byte[] body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return new Answer(client.send(request.build(), BodyHandlers.ofString()));
  }

  /** The server itself, to stop it early or to look behind it. */
  public DashboardServer server() {
    return server;
  }

  /** The access log until now. */
  public String log() {
    return log.toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
