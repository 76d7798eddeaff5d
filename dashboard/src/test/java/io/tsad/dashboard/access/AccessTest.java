package io.tsad.dashboard.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Browser;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.web.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
  @TempDir private Path home;
  private Accounts accounts;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    accounts =
        new Accounts(Database.open(home.resolve("data")), new Random(1), InstantSource.system());
    server = TestServer.start(home);
  }

  @AfterEach
  void stop() {
    server.close();
    accounts.close();
  }

  private void someAccounts() throws Exception {
    accounts.add("ole", Role.OPERATOR, "a long password");
    accounts.add("eva", Role.VIEWER, "another password");
  }

  @Test
  void withoutAccountsEverybodyOnThisMachineMayEverythingAndIsTold() throws Exception {
    assertEquals(200, score("").status());
    assertTrue(server.get("/models").body().contains("No accounts"));
  }

  @Test
  void withAccountsNothingButHealthIsSeenWithoutOne() throws Exception {
    someAccounts();
    for (String path : new String[] {"/api/v1/models", "/api/v1/verdicts", "/api/openapi.yaml"}) {
      Answer answer = server.get(path);
      assertEquals(401, answer.status(), path);
      assertEquals("Bearer", answer.header("WWW-Authenticate"));
    }
    assertEquals(401, score("").status());
    assertEquals(200, server.get("/health/live").status());
    Browser browser = new Browser(server);
    Answer page = browser.get("/models");
    assertEquals("/login", page.response().uri().getPath());
    assertEquals("next=%2Fmodels", page.response().uri().getRawQuery());
  }

  @Test
  void aTokenActsForItsAccountUntilItIsRemoved() throws Exception {
    someAccounts();
    String operator = accounts.addToken("ole", "test");
    String viewer = accounts.addToken("eva", "test");
    assertEquals(200, score("Bearer " + operator).status());
    assertEquals("ole", score("Bearer " + operator).field("operator"));
    assertEquals(403, score("Bearer " + viewer).status());
    assertEquals(200, get("/api/v1/verdicts", "Bearer " + viewer).status());
    assertEquals(401, get("/api/v1/verdicts", "Bearer tsad_guess").status());
    assertEquals(401, get("/api/v1/verdicts", "Basic b2xlOnBhc3M=").status());
    accounts.removeToken(1);
    assertEquals(401, score("Bearer " + operator).status());
    accounts.remove("eva");
    assertEquals(401, get("/api/v1/verdicts", "Bearer " + viewer).status());
  }

  @Test
  void whoLogsInSeesPagesUntilLoggingOut() throws Exception {
    someAccounts();
    Browser browser = new Browser(server);
    Answer in = browser.logIn("ole", "a long password", "/models");
    assertEquals("/models", in.response().uri().getPath());
    assertTrue(in.body().contains("<span>ole</span>"), in.body());
    assertEquals("/login", browser.post("/logout", Map.of()).response().uri().getPath());
    assertEquals("/login", browser.get("/models").response().uri().getPath());
  }

  @Test
  void aSessionIdFromBeforeTheLoginIsWorthNothing() throws Exception {
    someAccounts();
    Browser browser = new Browser(server);
    browser.get("/login");
    String before = browser.cookie();
    browser.logIn("ole", "a long password", "/");
    assertNotEquals(before, browser.cookie());
    Browser other = new Browser(server, before);
    assertEquals("/login", other.get("/models").response().uri().getPath());
  }

  @Test
  void theCookieIsForThisSiteAndNoScript() throws Exception {
    String cookie = server.get("/models").header("Set-Cookie");
    assertTrue(cookie.endsWith("; Path=/; HttpOnly; SameSite=Strict"), cookie);
  }

  @Test
  void aFormWithoutItsTokenOrWithAnothersChangesNothing() throws Exception {
    someAccounts();
    Browser browser = new Browser(server);
    browser.logIn("ole", "a long password", "/");
    Answer without =
        browser.send(HttpRequest.newBuilder(server.uri("/logout")).POST(BodyPublishers.noBody()));
    assertEquals(403, without.status());
    Browser other = new Browser(server);
    other.get("/login");
    Answer anothers = browser.post("/logout", Map.of("csrf", other.csrf("/login")));
    assertEquals(403, anothers.status());
    assertEquals("/models", browser.get("/models").response().uri().getPath());
  }

  @Test
  void aBrowserThatIsLoggedInUsesTheApiWithTheTokenOfItsPages() throws Exception {
    someAccounts();
    Browser browser = new Browser(server);
    browser.logIn("ole", "a long password", "/");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/api/v1/score"))
            .header("Content-Type", "application/x-npy")
            .POST(BodyPublishers.ofByteArray(SeriesBytes.flat(1)));
    assertEquals(403, browser.send(request).status());
    request.header("X-CSRF-Token", browser.csrf("/models"));
    assertEquals(200, browser.send(request).status());
  }

  @Test
  void whoGuessesHasToWait() throws Exception {
    someAccounts();
    Browser browser = new Browser(server);
    for (int i = 0; i < 10; i++) {
      assertEquals(401, browser.logIn("ole", "guess " + i, "/").status());
    }
    Answer late = browser.logIn("ole", "a long password", "/");
    assertEquals(429, late.status());
    assertFalse(late.header("Retry-After").isEmpty());
  }

  @Test
  void aLoginLeadsToNoOtherSite() throws Exception {
    someAccounts();
    for (String next : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
      Answer in = new Browser(server).logIn("ole", "a long password", next);
      assertEquals("/", in.response().uri().getPath(), next);
      assertEquals(server.uri("/").getAuthority(), in.response().uri().getAuthority());
    }
  }

  @Test
  void aViewerSeesNoErrorBeyondItsRoleOnly() throws Exception {
    someAccounts();
    Browser browser = new Browser(server);
    browser.logIn("eva", "another password", "/");
    assertEquals(200, browser.get("/models").status());
    assertEquals(404, browser.get("/nowhere").status());
  }

  private Answer score(String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/api/v1/score"))
            .header("Content-Type", "application/x-npy")
            .POST(BodyPublishers.ofByteArray(SeriesBytes.flat(1)));
    return server.send(
        authorization.isEmpty() ? request : request.header("Authorization", authorization));
  }

  private Answer get(String path, String authorization) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri(path)).header("Authorization", authorization));
  }
}
