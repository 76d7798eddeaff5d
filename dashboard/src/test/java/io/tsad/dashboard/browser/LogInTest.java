package io.tsad.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.access.Accounts;
import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.web.Role;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LogInTest {
  private static final String PASSWORD = "a long password";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    try (Accounts accounts =
        new Accounts(Database.open(home.resolve("data")), new Random(0), InstantSource.system())) {
      accounts.add("ole", Role.OPERATOR, PASSWORD);
      accounts.add("eva", Role.VIEWER, PASSWORD);
    }
    server = TestServer.start(home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static void logIn(Page page, String name, String password) {
    page.fill("[name=name]", name);
    page.fill("[name=password]", password);
    page.click("form.stack button");
  }

  @Test
  void anOperatorLogsInScoresAndLogsOut() throws Exception {
    Window window = CHROMIUM.open(server);
    Page page = window.go("/history");
    assertEquals("/login", URI.create(page.url()).getPath());
    logIn(page, "ole", PASSWORD);
    page.waitForURL("**/history");
    assertThat(page.locator(".account")).containsText("ole");
    window.assertAccessible();
    window.go("/");
    page.setInputFiles(
        "#files", new FilePayload("a.npy", "application/x-npy", SeriesBytes.flat(1)));
    page.click("button.primary");
    assertThat(page.locator("#table tbody a")).hasText("a.npy");
    page.click(".account button");
    assertThat(page.locator(".account")).hasCount(0);
    window.go("/history");
    assertEquals("/login", URI.create(page.url()).getPath());
  }

  @Test
  void aViewerLooksOn() {
    Page page = CHROMIUM.open(server).go("/");
    logIn(page, "eva", PASSWORD);
    assertThat(page.locator(".account")).containsText("eva");
    assertThat(page.locator("#files")).hasCount(0);
  }

  @Test
  void aWrongPasswordIsSaidSo() {
    Window window = CHROMIUM.open(server);
    Page page = window.go("/login");
    logIn(page, "eva", "another password");
    assertThat(page.locator("[role=alert]")).containsText("no account of this name and password");
    window.assertAccessible();
    // The browser notes the status of the answer, not a fault of the page.
    window.complaints().removeIf(complaint -> complaint.contains("status of 4"));
  }
}
