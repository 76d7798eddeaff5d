package io.tsad.dashboard.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Browser;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.TrainedModel;
import io.tsad.dashboard.access.Accounts;
import io.tsad.dashboard.config.Setting;
import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.web.Role;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows every link from the start page on, and looks at what comes as a scanner would. */
class PassiveScanTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)");
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]* src=)|<style|<[a-z][^>]*\\s(?:style|on[a-z]+)=|javascript:");

  @TempDir private Path home;

  @BeforeEach
  void addModel() throws Exception {
    TrainedModel.write(home.resolve("models/one"), 0.6, 2);
    TrainedModel.write(home.resolve("models/two"), 0.6, 1);
    TinyModel.write(home.resolve("models/bad"), TinyModel.card(0.6, 0.9f));
  }

  @Test
  void everyPageIsCleanWithoutAccounts() throws Exception {
    try (TestServer server =
        TestServer.start(home, Map.of(Setting.KEEP_SERIES, "all", Setting.MODEL, "one"))) {
      server.post("/api/v1/score?name=%3Cb%3E%22%27", "application/x-npy", SeriesBytes.flat(1));
      Map<String, Answer> seen = crawl(server, new Browser(server));
      assertTrue(
          seen.keySet()
              .containsAll(
                  Set.of(
                      "/",
                      "/history",
                      "/history/1",
                      "/models",
                      "/models/one",
                      "/problems",
                      "/api")),
          seen.keySet().toString());
      seen.forEach(PassiveScanTest::check);
    }
  }

  @Test
  void everyPageIsCleanToWhoIsLoggedIn() throws Exception {
    try (Accounts accounts =
        new Accounts(Database.open(home.resolve("data")), new Random(0), InstantSource.system())) {
      accounts.add("eva", Role.VIEWER, "a long password");
    }
    try (TestServer server = TestServer.start(home)) {
      Map<String, Answer> outside = crawl(server, new Browser(server));
      outside.forEach(PassiveScanTest::check);
      assertFalse(
          new Browser(server).get("/history").body().contains("<table"), "it needs a login");
      Browser eva = new Browser(server);
      assertEquals(200, eva.logIn("eva", "a long password", "/").status());
      Map<String, Answer> seen = crawl(server, eva);
      seen.forEach(PassiveScanTest::check);
      assertTrue(eva.get("/").body().contains("eva"));
      assertEquals("no-store", eva.get("/").header("Cache-Control"));
    }
  }

  private static Map<String, Answer> crawl(TestServer server, Browser browser) throws Exception {
    Map<String, Answer> seen = new TreeMap<>();
    Deque<String> open =
        new ArrayDeque<>(List.of("/", "/login", "/none", "/compare?model=one&model=two"));
    while (!open.isEmpty()) {
      String path = open.remove();
      Answer answer = browser.send(HttpRequest.newBuilder(server.uri(path)));
      seen.put(path, answer);
      assertTrue(answer.status() < 400 || path.equals("/none"), path);
      if (answer.header("Content-Type").startsWith("text/html")) {
        for (String link :
            LINK.matcher(answer.body())
                .results()
                .map(PassiveScanTest::target)
                .collect(Collectors.toSet())) {
          assertTrue(link.startsWith("/") && !link.startsWith("//"), path + " leads to " + link);
          if (!seen.containsKey(link) && !open.contains(link)) {
            open.add(link);
          }
        }
      }
    }
    return seen;
  }

  private static String target(MatchResult link) {
    return link.group(1).replace("&amp;", "&");
  }

  private static void check(String path, Answer answer) {
    for (Map.Entry<String, String> header : SecurityHeaders.ALL.entrySet()) {
      if (!header.getKey().equals("Cache-Control")) {
        assertEquals(header.getValue(), answer.header(header.getKey()), path);
      }
    }
    assertEquals(List.of(), answer.response().headers().allValues("Server"), path);
    assertEquals(List.of(), answer.response().headers().allValues("X-Powered-By"), path);
    String type = answer.header("Content-Type");
    assertFalse(type.isEmpty(), path);
    assertFalse(type.startsWith("text/html") && !type.contains("utf-8"), path + " is " + type);
    for (String cookie : answer.response().headers().allValues("Set-Cookie")) {
      assertTrue(cookie.endsWith("; Path=/; HttpOnly; SameSite=Strict"), path + " sets " + cookie);
    }
    if (type.startsWith("text/html")) {
      assertFalse(INLINE.matcher(answer.body()).find(), () -> path + ": " + answer.body());
      FORM.matcher(answer.body())
          .results()
          .forEach(form -> assertTrue(form.group().contains("name=\"csrf\""), form.group()));
      assertFalse(answer.body().contains("<b>\"'"), path);
    }
  }
}
