package io.tsad.dashboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Browser;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.access.Accounts;
import io.tsad.dashboard.config.Setting;
import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.infer.TsadInfer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesPageTest {
  private static final Pattern PROBABILITY = Pattern.compile("id=\"probability\">([^<]+)<");

  @TempDir private Path home;
  private TestServer server;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    TinyModel.writeRelevant(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home, Map.of(Setting.KEEP_SERIES, "all"));
    browser = new Browser(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer score(byte[] npy) throws Exception {
    return server.post("/api/v1/score?name=pump", "application/x-npy", npy);
  }

  @Test
  void theVerdictIsInWordsAndTheEvidenceHasAPlace() throws Exception {
    score(SeriesBytes.npy(0, 0, 0, 9, 9, 0, 0, 0));
    String page = browser.get("/history/1").body();
    assertTrue(page.contains("with a probability of 90 %"), page);
    assertTrue(page.contains("threshold of 0.6000"), page);
    assertTrue(page.contains("data-from=\"3\" data-to=\"5\""), page);
    assertTrue(page.contains("<polyline points=\"0.0,200.0"), page);
    assertTrue(page.contains("8 samples, from 0 to 9, mean 2.25"), page);
  }

  @Test
  void thePageOpensWhateverIsSaidOfItsVerdict() throws Exception {
    score(SeriesBytes.flat(1));
    for (String judgement : List.of("wrong", "right", "none", "wrong")) {
      assertEquals(200, browser.post("/history/1/mark", Map.of("judgement", judgement)).status());
      for (String language : List.of("en", "zh")) {
        for (String page : List.of("/history/1", "/history")) {
          assertEquals(200, browser.get(page, language).status(), judgement + " in " + language);
        }
      }
    }
  }

  @Test
  void whoMarkedItWhenIsThereWhereThereAreAccounts() throws Exception {
    score(SeriesBytes.flat(1));
    try (Accounts accounts =
        new Accounts(Database.open(home.resolve("data")), new Random(1), InstantSource.system())) {
      accounts.add("ole", Role.OPERATOR, "a long password");
      browser.logIn("ole", "a long password", "/");
      browser.post("/history/1/mark", Map.of("judgement", "wrong"));
      Answer page = browser.get("/history/1");
      assertEquals(200, page.status());
      assertTrue(
          Pattern.compile("[-0-9]{10} [:0-9]{8} \\+00:00</time> <span>ole</span>")
              .matcher(page.body())
              .find(),
          page.body());
    }
  }

  /** Sums and differences of such samples overflow, and what is no number had no digits. */
  @Test
  void aSeriesOfHugeSamplesHasFigures() {
    double huge = Double.MAX_VALUE / 2;
    ShortNumber brief = new ShortNumber();
    assertEquals("0", brief.of(Figures.of(new double[] {huge, -huge, huge, -huge}).mean()));
    assertEquals("–", brief.of(Double.NaN));
    assertEquals("–", brief.estimate(Double.POSITIVE_INFINITY));
  }

  @Test
  void aModelMayHaveAnyNameThatAFolderMay() throws Exception {
    TinyModel.write(home.resolve("models/a pump, ä?"), TinyModel.card(0.6));
    server.server().shelf().look();
    server.server().shelf().look();
    server.post(
        "/api/v1/score?model=a%20pump,%20%C3%A4%3F", "application/x-npy", SeriesBytes.flat(1));
    Matcher link =
        Pattern.compile("href=\"(/models/[^\"]+)\"").matcher(browser.get("/history/1").body());
    assertTrue(link.find());
    assertEquals(200, browser.get(link.group(1)).status(), link.group(1));
  }

  @Test
  void aSeriesIsReadInPartsAndItsRelevanceWithIt() throws Exception {
    score(SeriesBytes.npy(0, 0, 0, 9, 8, 0, 0, 0));
    Answer part = server.get("/api/v1/verdicts/1/series?from=2&to=6&points=2");
    assertEquals(2, part.field("step"));
    assertEquals(List.of(0.0, 0.0), part.field("minimum"));
    assertEquals(List.of(9.0, 8.0), part.field("maximum"));
    Answer relevance = server.get("/api/v1/verdicts/1/relevance?from=2&to=6&points=2");
    assertEquals(true, relevance.field("known"));
    assertEquals(List.of(9.0, 8.0), relevance.field("relevance"));
    assertEquals(400, server.get("/api/v1/verdicts/1/series?from=9").status());
    assertEquals(404, server.get("/api/v1/verdicts/2/series").status());
  }

  @Test
  void aProgramIsToldWhereTheEvidenceLiesIfItAsks() throws Exception {
    Answer answer =
        server.post(
            "/api/v1/score?relevance=true",
            "application/x-npy",
            SeriesBytes.npy(0, -1, 0, 9, 9, 0, 0, 0));
    assertEquals(List.of(0.0, 0.0, 0.0, 9.0, 9.0, 0.0, 0.0, 0.0), answer.field("relevance"));
    assertEquals(List.of(Map.of("from", 3, "to", 5, "share", 1.0)), answer.list("windows"));
  }

  @Test
  void withoutTheSeriesOrTheModelThePageSaysSo() throws Exception {
    score(SeriesBytes.flat(1));
    server.close();
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.7));
    server = TestServer.start(home, Map.of(Setting.KEEP_SERIES, "none"));
    browser = new Browser(server);
    assertTrue(browser.get("/history/1").body().contains("serves no longer"));
    score(SeriesBytes.flat(1));
    assertTrue(browser.get("/history/2").body().contains("was not kept"));
    assertEquals(404, browser.get("/history/3").status());
  }

  @Test
  void pageApiAndCommandGiveTheSameVerdict() throws Exception {
    Random random = new Random(0);
    for (int i = 1; i <= 5; i++) {
      Path file = Files.write(home.resolve("a.npy"), SeriesBytes.npy(random.doubles(8).toArray()));
      Answer api = score(Files.readAllBytes(file));
      String page = browser.get("/history/" + i).body();
      Matcher probability = PROBABILITY.matcher(page);
      assertTrue(probability.find(), page);
      String[] command = infer(file).strip().split("\t", -1);
      assertEquals(command[1], api.field("verdict"));
      assertEquals(command[2], "%.6f".formatted(api.number("probability")));
      assertEquals(command[2], probability.group(1));
      assertTrue(page.contains("<span class=\"" + command[1] + "\">"), page);
    }
  }

  /** What a process of its own prints. */
  private String infer(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TsadInfer.class.getName(),
                "--model",
                home.resolve("models/tiny").toString(),
                "--device",
                "cpu",
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return out;
  }
}
