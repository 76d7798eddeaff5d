package io.tsad.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From dropped files to verdicts, and from a verdict that is wrong to a correction. */
class ScoringTest {
  private static final String ROWS = "#table tbody tr";

  /** Drops files, given in base64 by name, as a hand would. */
  private static final String DROP =
      """
      files => {
        const data = new DataTransfer();
        for (const [name, content] of Object.entries(files)) {
          data.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name));
        }
        return data;
      }
      """;

  /** Notes how many rows were settled whenever the table changes. */
  private static final String WATCH =
      """
      () => {
        window.settled = [];
        new MutationObserver(() => window.settled.push(
          document.querySelectorAll('#table tbody a, #table .bad').length
        )).observe(document.querySelector('#table tbody'), { childList: true });
      }
      """;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Twenty files of all kinds, of which three cannot be scored. */
  private static Map<String, byte[]> mixed() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      files.put("series-%d.npy".formatted(i + 1), SeriesBytes.flat(i / 4.0 - 1.5));
    }
    for (int i = 0; i < 4; i++) {
      files.put(
          "table-%d.csv".formatted(i), ((i - 2) + "\n").repeat(8).getBytes(StandardCharsets.UTF_8));
    }
    files.put("archive.npz", SeriesBytes.zip(Map.of("x.npy", SeriesBytes.flat(3))));
    files.put("short.npy", SeriesBytes.npy(1, 2));
    files.put("nan.csv", "1\nnan\n3\n4\n5\n6\n7\n8\n".getBytes(StandardCharsets.UTF_8));
    files.put("cut off.npy", SeriesBytes.header(8));
    return files;
  }

  private Window drop(Map<String, byte[]> files) {
    Window window = CHROMIUM.open(server);
    Page page = window.go("/");
    page.evaluate(WATCH);
    Map<String, String> contents = new LinkedHashMap<>();
    files.forEach((name, bytes) -> contents.put(name, Base64.getEncoder().encodeToString(bytes)));
    JSHandle data = page.evaluateHandle(DROP, contents);
    page.dispatchEvent("#drop", "drop", Map.of("dataTransfer", data));
    return window;
  }

  @Test
  void twentyMixedFilesAreDroppedAndStreamInAndAreSortedAndFiltered() throws Exception {
    Window window = drop(mixed());
    Page page = window.page();
    assertThat(page.locator(ROWS)).hasCount(20);
    assertThat(page.locator("#table progress")).hasCount(0);
    assertThat(page.locator("#table .bad")).hasCount(3);
    assertThat(page.locator("#summary")).containsText("3 failed");
    assertEquals(17, server.get("/api/v1/verdicts").list("verdicts").size());
    assertTrue(
        ((List<?>) page.evaluate("() => window.settled"))
            .stream().anyMatch(one -> (int) one > 0 && (int) one < 20),
        "all came at once");
    window.assertAccessible();

    page.click("[data-sort=probability] button");
    assertThat(page.locator("[aria-sort=descending]")).hasText("Probability");
    assertThat(page.locator(ROWS + " td.number:nth-of-type(2)").first()).hasText("0.9526");
    List<Double> probabilities =
        page.locator(ROWS + " td.number:nth-of-type(2)").allTextContents().stream()
            .map(Double::valueOf)
            .toList();
    assertEquals(17, probabilities.size());
    assertEquals(
        probabilities.stream().sorted((a, b) -> Double.compare(b, a)).toList(), probabilities);
    page.click("[data-sort=name] button");
    assertThat(page.locator(ROWS).nth(5).locator("th")).hasText("series-3.npy");

    page.selectOption("#filter-verdict", "failed");
    assertThat(page.locator(ROWS)).hasCount(3);
    page.selectOption("#filter-verdict", "");
    page.fill("#filter-text", "table");
    assertThat(page.locator(ROWS)).hasCount(4);
    Download csv = page.waitForDownload(() -> page.click("#save-csv"));
    assertEquals(5, Files.readAllLines(csv.path()).size());
  }

  @Test
  void aVerdictThatIsMarkedWrongIsExportedToTrainWith() throws Exception {
    Page page = drop(Map.of("a.npy", SeriesBytes.flat(2), "b.npy", SeriesBytes.flat(-2))).page();
    assertThat(page.locator(ROWS + " a")).hasCount(2);
    page.navigate("/history");
    Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("a.npy"));
    row.locator("button[value=wrong]").click();
    assertThat(row.locator("[aria-pressed=true]")).hasText("wrong");
    Download export = page.waitForDownload(() -> page.click("a[href='/corrections.zip']"));
    try (ZipFile zip = new ZipFile(export.path().toFile())) {
      TreeSet<String> names = new TreeSet<>();
      zip.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry -> names.add(entry.getName()));
      assertEquals(
          1, names.stream().filter(name -> name.endsWith(".npy")).count(), names.toString());
      assertTrue(names.toString().contains("normal/"), names.toString());
    }
  }

  @Test
  void anExampleIsScoredWithOneClickAndPastedValuesAre() {
    Page page = CHROMIUM.open(server).go("/");
    page.locator("[name=example]").first().click();
    assertThat(page.locator(ROWS + " a")).hasCount(1);
    page.click("summary");
    page.fill("#values", "1 2 3 4, 5 6 7 8");
    page.click("button.primary");
    assertThat(page.locator(ROWS + " a")).hasCount(2);
    assertThat(page.locator(ROWS + " .anomaly")).hasCount(1);
  }
}
