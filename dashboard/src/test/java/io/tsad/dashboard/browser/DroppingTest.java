package io.tsad.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.config.Setting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What one can drop on the score page, and what it says of it. */
class DroppingTest {
  private static final String ROWS = "#table tbody tr";
  private static final String SCORED = ROWS + " a";

  /** Words of a command line, of Java or of English. */
  private static final Pattern FOREIGN = Pattern.compile("--[a-z]|TSAD_|java\\.|Exception");

  private static final Pattern ENGLISH =
      Pattern.compile("\\b(is|are|has|the|not|line|give|write|needs)\\b");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home, Map.of(Setting.MAX_UPLOAD, "1"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path file(String name, byte[] content) throws Exception {
    Path file = home.resolve("dropped").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private Path text(String name, String content) throws Exception {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static Browser.NewContextOptions chinese() {
    return new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1100, 800);
  }

  private Set<String> scored() throws Exception {
    Set<String> names = new TreeSet<>();
    server
        .get("/api/v1/verdicts")
        .list("verdicts")
        .forEach(one -> names.add((String) one.get("name")));
    return names;
  }

  @Test
  void aFolderIsReadWithAllFoldersInItAndItsNamesTellEqualOnesApart() throws Exception {
    file("plant/a/pump.npy", SeriesBytes.flat(2));
    file("plant/b/pump.npy", SeriesBytes.flat(-2));
    file("plant/b/deep/er/valve.csv", "1\n".repeat(8).getBytes(StandardCharsets.UTF_8));
    file("plant/.hidden/x.npy", SeriesBytes.flat(1));
    text("plant/notes.md", "nothing");
    file("plant/set/train/y.npy", SeriesBytes.flat(1));
    file("plant/set/mask/train/y.npy", SeriesBytes.flat(1));
    Page page = CHROMIUM.open(server).go("/");
    Hand.drop(page, List.of(home.resolve("dropped/plant"), file("alone.dat", SeriesBytes.flat(0))));
    assertThat(page.locator(SCORED)).hasCount(5);
    Set<String> names = new TreeSet<>(page.locator(ROWS + " th").allTextContents());
    Set<String> wanted =
        new TreeSet<>(
            List.of(
                "alone.dat",
                "plant/a/pump.npy",
                "plant/b/pump.npy",
                "plant/b/deep/er/valve.csv",
                "plant/set/train/y.npy"));
    assertEquals(wanted, names);
    assertEquals(wanted, scored());
    assertThat(page.locator("#said")).containsText("1 other file");
  }

  @Test
  void theChooserTakesAFolderAndAnArchive() throws Exception {
    file("plant/a/pump.npy", SeriesBytes.flat(2));
    file("plant/b/pump.npy", SeriesBytes.flat(2));
    Page page = CHROMIUM.open(server).go("/");
    page.setInputFiles("#folder", home.resolve("dropped/plant"));
    assertThat(page.locator(SCORED)).hasText(new String[] {"plant/a/pump.npy", "plant/b/pump.npy"});
    assertTrue(page.getAttribute("#files", "accept").contains(".zip"));
    page.setInputFiles(
        "#files",
        file(
            "all.zip",
            SeriesBytes.zip(
                Map.of("x/1.npy", SeriesBytes.flat(1), "y/1.npy", SeriesBytes.flat(1)))));
    page.click("button.primary[type=submit]");
    assertThat(page.locator(SCORED)).hasCount(4);
    assertThat(page.locator("#table")).containsText("all.zip#y/1");
  }

  @Test
  void aTableAsksForItsColumnOnceForAllThatAreAlike() throws Exception {
    String table = "date,value\n" + "2026-01-01,2\n".repeat(8);
    Page page = CHROMIUM.open(server).go("/");
    Hand.drop(page, List.of(text("one.csv", table), text("two.csv", table)));
    assertThat(page.locator("#columns")).isVisible();
    assertThat(page.locator("#columns-text"))
        .hasText("Several columns, as in one.csv. Files like it: 2.");
    assertThat(page.locator("#columns-choice")).hasValue("2"); // dates are no numbers
    assertFalse(FOREIGN.matcher(page.textContent("main")).find(), page.textContent("main"));
    page.click("#columns-score");
    assertThat(page.locator(SCORED)).hasCount(2);
    assertThat(page.locator("#columns")).isHidden();
    assertEquals(2, server.get("/api/v1/verdicts").list("verdicts").size());
  }

  @Test
  void aTableWithoutNamesAsksInChinese() throws Exception {
    Page page = CHROMIUM.open(server, chinese()).go("/");
    Hand.drop(page, List.of(text("三列.txt", "1;-9;2\n".repeat(8))));
    assertThat(page.locator("#columns-title")).hasText("哪一列是序列?");
    assertThat(page.locator("#table .bad")).containsText("3 列");
    page.selectOption("#columns-choice", "2");
    page.click("#columns-score");
    assertThat(page.locator(ROWS + " .normal")).hasText("正常");
  }

  @Test
  void aFirstLineThatMayBeNamesOrValuesIsWhatSomebodySaysItIs() throws Exception {
    Path doubtful = text("doubtful.csv", "0\n" + "0.5\n".repeat(8));
    Page page = CHROMIUM.open(server).go("/");
    Hand.drop(page, List.of(doubtful));
    assertThat(page.locator("#table .bad")).containsText("Say which beside the column.");
    page.selectOption("[name=header]", "yes");
    Hand.drop(page, List.of(doubtful));
    assertThat(page.locator(SCORED)).hasText(new String[] {"doubtful.csv"});
    assertFalse(page.locator("body").textContent().contains("9 samples"));
  }

  /** What the server refuses, and what it never gets to see. */
  private List<Path> hopeless() throws Exception {
    return List.of(
        text("empty.npy", ""),
        text("blank.csv", "\n\n"),
        file("short.npy", SeriesBytes.npy(1, 2)),
        file("cut.npy", SeriesBytes.header(8)),
        text("nan.csv", "1\nnan\n3\n4\n5\n6\n7\n8\n"),
        text("words.csv", "1\ntwo\n3\n4\n5\n6\n7\n8\n"),
        text("ragged.csv", "1\n2,3\n3\n4\n5\n6\n7\n8\n"),
        text("comma.csv", "a;b\n1,5;1.5\n1.5;1\n"),
        file("binary.bin", new byte[] {1, 2, 3, 0, 5}),
        file("texts.zip", SeriesBytes.zip(Map.of("a.csv", new byte[] {49}))),
        file("infinite.npy", SeriesBytes.npy(1, 2, Double.POSITIVE_INFINITY, 4, 5, 6, 7, 8)),
        file("wide.npy", SeriesBytes.npy(-1.7e308, 1.7e308, 0, 4, 5, 6, 7, 8)),
        text("objects.npy", "\u0093NUMPY"),
        file("large.npy", new byte[2_000_000]));
  }

  @Test
  void everyRefusalIsInThePagesWordsAndLanguage() throws Exception {
    List<Path> hopeless = hopeless();
    for (Browser.NewContextOptions who : List.of(new Browser.NewContextOptions(), chinese())) {
      Page page = CHROMIUM.open(server, who).go("/");
      boolean chinese = "zh".equals(page.getAttribute("html", "lang"));
      Hand.drop(page, hopeless);
      Locator faults = page.locator("#table .bad");
      assertThat(faults).hasCount(hopeless.size());
      for (String fault : faults.allTextContents()) {
        assertFalse(FOREIGN.matcher(fault).find(), fault);
        assertFalse(fault.contains("reached") || fault.contains("无法连接"), fault);
        assertEquals(chinese, !ENGLISH.matcher(fault).find(), fault);
      }
    }
  }

  @Test
  void whatIsNoSeriesIsToldAndNothingElseIsLost() throws Exception {
    Files.createDirectories(home.resolve("dropped/nothing"));
    text("papers/readme.md", "nothing");
    Page page = CHROMIUM.open(server).go("/");
    Hand.drop(page, List.of(home.resolve("dropped/nothing"), home.resolve("dropped/papers")));
    assertThat(page.locator("#table .bad")).hasCount(2);
    assertThat(page.locator("#table .bad").first()).containsText("no series in it");
    Hand.drop(page, "text/uri-list", "http://127.0.0.1/a.npy");
    assertThat(page.locator("#said")).containsText("no file");
    Hand.drop(page, "text/plain", "1 2 3 4 5 6 7 8");
    assertThat(page.locator(SCORED)).hasText("pasted");
    assertThat(page.locator("#values")).hasValue("1 2 3 4 5 6 7 8");
  }

  @Test
  void aFileThatIsGoneBeforeItIsSentIsSaidToBe() throws Exception {
    Path file = file("moving.npy", SeriesBytes.flat(1));
    Window window = CHROMIUM.open(server);
    Page page = window.go("/");
    page.setInputFiles("#files", file);
    Files.delete(file);
    page.click("button.primary[type=submit]");
    assertThat(page.locator("#table .bad")).containsText("cannot read this file");
    window.complaints().removeIf(one -> one.contains("ERR_FILE_NOT_FOUND"));
  }

  @Test
  void whatCannotBeReachedIsWaitedForAndNotCalledAFault() throws Exception {
    Window window = CHROMIUM.open(server);
    Page page = window.go("/");
    int port = server.uri("/").getPort();
    server.close();
    Hand.drop(page, List.of(file("patient.npy", SeriesBytes.flat(1))));
    assertThat(page.locator("#pace")).containsText("cannot be reached");
    assertThat(page.locator("#table .bad")).hasCount(0);
    server = TestServer.start(home, Map.of(Setting.PORT, Integer.toString(port)));
    // It does not know this page any more; who goes on gets to know it.
    assertThat(page.locator("#pace")).not().containsText("cannot be reached");
    if (page.locator(SCORED).count() == 0 && page.locator("#go-on").isVisible()) {
      page.click("#go-on");
    }
    assertThat(page.locator(SCORED)).hasText("patient.npy");
    window.complaints().removeIf(one -> one.contains("ERR_CONNECTION") || one.contains("403"));
  }
}
