package io.tsad.dashboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Browser;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.config.Setting;
import io.tsad.runtime.series.NpyReader;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryPageTest {
  @TempDir private Path home;
  private TestServer server;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home, Map.of(Setting.KEEP_SERIES, "all"));
    browser = new Browser(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void score(String name, double value) throws Exception {
    Answer answer =
        server.post("/api/v1/score?name=" + name, "application/x-npy", SeriesBytes.flat(value));
    assertEquals(200, answer.status(), answer.body());
  }

  @Test
  void aSearchFindsWhatItSays() throws Exception {
    score("pump-1", 1);
    score("pump-2", -1);
    score("valve", 2);
    String pumps = browser.get("/history?text=PUMP").body();
    assertTrue(pumps.contains("pump-1") && pumps.contains("pump-2"), pumps);
    assertFalse(pumps.contains(">valve<"), pumps);
    String normal = browser.get("/history?verdict=normal").body();
    assertTrue(normal.contains("pump-2") && !normal.contains("pump-1"), normal);
    assertTrue(browser.get("/history?from=2999-01-01").body().contains("No verdict is found"));
    assertEquals(400, browser.get("/history?from=yesterday").status());
  }

  @Test
  void olderVerdictsAreALinkAway() throws Exception {
    for (int i = 0; i < 51; i++) {
      score("series-" + i, 1);
    }
    String first = browser.get("/history?text=series").body();
    assertTrue(first.contains("series-50") && !first.contains(">series-0<"), first);
    assertTrue(first.contains("/history?text=series&amp;before=2"), first);
    assertTrue(browser.get("/history?text=series&before=2").body().contains(">series-0<"));
  }

  @Test
  void theDaysTellHowManyWereAnomalies() throws Exception {
    score("a", 1);
    score("b", -1);
    String page = browser.get("/history").body();
    assertTrue(
        page.contains("<td class=\"number\">1</td><td class=\"number\">2</td></tr></tbody>"), page);
  }

  @Test
  void aVerdictIsMarkedAndTheMarkTakenBack() throws Exception {
    score("a", 1);
    Answer page = browser.post("/history/1/mark", Map.of("judgement", "wrong", "next", "/history"));
    assertEquals(200, page.status());
    assertTrue(page.body().contains("aria-pressed=\"true\""), page.body());
    assertEquals("wrong", server.get("/api/v1/verdicts/1").field("judgement"));
    assertTrue(browser.get("/history?judgement=wrong").body().contains("/history/1\""));
    browser.post("/history/1/mark", Map.of("judgement", "none"));
    Answer marks = server.get("/api/v1/verdicts/1/mark");
    assertEquals(2, marks.list("marks").size());
    assertTrue(marks.json().containsKey("judgement") && marks.json().get("judgement") == null);
    assertEquals(404, browser.post("/history/9/mark", Map.of("judgement", "right")).status());
  }

  @Test
  void correctionsAreAClassFolder() throws Exception {
    score("..%2Fevil%00.npy", 1); // an anomaly
    score("b", -1); // normal
    score("c", -2); // normal
    for (String wrong : List.of("1", "2")) {
      browser.post("/history/" + wrong + "/mark", Map.of("judgement", "wrong"));
    }
    browser.post("/history/3/mark", Map.of("judgement", "right"));
    Map<String, byte[]> files = unzip("/corrections.zip");
    assertEquals(
        List.of(
            "train/normal/verdict-000001.npy",
            "train/anomaly/verdict-000002.npy",
            "corrections.csv"),
        List.copyOf(files.keySet()));
    assertEquals(
        -1, read(files.get("train/anomaly/verdict-000002.npy"))[0], "the series as it was sent");
    assertTrue(unzip("/corrections.zip?right=1").containsKey("train/normal/verdict-000003.npy"));
    // The same series, judged again: the last mark counts.
    score("b-again", -1);
    browser.post("/history/4/mark", Map.of("judgement", "right"));
    assertFalse(unzip("/corrections.zip?right=1").containsKey("train/anomaly/verdict-000002.npy"));
  }

  private static double[] read(byte @Nullable [] npy) throws Exception {
    return NpyReader.read(new ByteArrayInputStream(Objects.requireNonNull(npy)), "npy");
  }

  private Map<String, byte[]> unzip(String path) throws Exception {
    byte[] bytes =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.ofByteArray())
            .body();
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void whatASearchFindsIsExported() throws Exception {
    score("a,%22b%22", 1);
    score("c", -1);
    List<String> csv = server.get("/history.csv?verdict=anomaly").body().lines().toList();
    assertEquals(2, csv.size());
    assertTrue(csv.get(1).contains(",\"a,\"\"b\"\"\",anomaly,"), csv.get(1));
    List<String> lines = server.get("/history.jsonl").body().lines().toList();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("{\"id\":2,"), lines.get(0));
  }
}
