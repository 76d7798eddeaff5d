package io.tsad.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** As many files as a plant makes in a night, on one page. */
class ManyFilesTest {
  private static final int FEW = 500;
  private static final int MANY = 10_000;

  private static final String WATCH =
      """
      () => {
        window.tasks = [];
        new PerformanceObserver(list => list.getEntries().forEach(one => window.tasks.push(one.duration)))
          .observe({ type: 'longtask' });
      }
      """;
  private static final String LONGEST = "() => Math.max(0, ...window.tasks)";
  private static final String ROWS = "#table tbody tr";
  private static final String HEIGHT = "() => document.documentElement.scrollHeight";
  private static final Pattern COUNTS =
      Pattern.compile(
          "([\\d,]+) anomalies, ([\\d,]+) normal, ([\\d,]+) failed, ([\\d,]+) waiting, ([\\d,]+) not sent");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path home;
  private TestServer server;
  private Path folder;
  private List<Path> files;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home);
    folder = Files.createDirectories(home.resolve("night"));
    files = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      // One in a hundred is an anomaly, one in a thousand no series.
      byte[] content = i % 1000 == 999 ? new byte[] {1} : SeriesBytes.flat(i % 100 == 0 ? 3 : -1);
      files.add(Files.write(folder.resolve("line-%d.npy".formatted(i)), content));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** How many are anomalies, normal, failed, waiting and not sent. */
  private static List<Integer> counts(Page page) {
    Matcher counts = COUNTS.matcher(page.textContent("#summary"));
    assertTrue(counts.find(), page.textContent("#summary"));
    List<Integer> all = new ArrayList<>();
    for (int i = 1; i <= counts.groupCount(); i++) {
      all.add(Integer.valueOf(counts.group(i).replace(",", "")));
    }
    return all;
  }

  private static LocatorAssertions.ContainsTextOptions patiently() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  }

  private static double longest(Page page) {
    return ((Number) page.evaluate(LONGEST)).doubleValue();
  }

  private static void awaitAll(Page page) {
    page.waitForFunction(
        "() => document.getElementById('stop').classList.contains('hidden')"
            + " && document.querySelectorAll('#table tbody tr').length",
        null,
        new Page.WaitForFunctionOptions().setTimeout(180_000));
  }

  private double seconds(Page page, List<Path> some) {
    long start = System.nanoTime();
    Hand.drop(page, some);
    awaitAll(page);
    return (System.nanoTime() - start) / 1e9;
  }

  @Test
  void tenThousandFilesAreScoredAsFastAsFiveHundredAndThePageAnswersMeanwhile() {
    Page warm = CHROMIUM.open(server).go("/");
    seconds(warm, files.subList(0, FEW));
    Page few = CHROMIUM.open(server).go("/");
    double paceOfFew = FEW / seconds(few, files.subList(0, FEW));

    Page page = CHROMIUM.open(server).go("/");
    page.evaluate(WATCH);
    long start = System.nanoTime();
    Hand.drop(page, List.of(folder));
    assertThat(page.locator("#overall")).isVisible();
    assertThat(page.locator("#pace")).containsText("of 10,000", patiently());
    assertThat(page.locator("#pace")).containsText("left", patiently());
    // Somebody looks for what matters while the others are under way.
    page.click("[data-sort=name] button");
    page.selectOption("#filter-verdict", "anomaly");
    assertThat(page.locator(ROWS).first()).containsText("night/line-0.npy");
    page.selectOption("#filter-verdict", "");
    page.click("[data-sort=probability] button");
    assertThat(page.locator(ROWS)).hasCount(100);
    awaitAll(page);
    double paceOfMany = MANY / ((System.nanoTime() - start) / 1e9);
    double sending = longest(page);

    assertEquals(List.of(100, 9_890, 10, 0, 0), counts(page));
    page.selectOption("#filter-verdict", "anomaly");
    assertThat(page.locator(ROWS)).hasCount(100);
    page.selectOption("#filter-verdict", "");
    page.fill("#filter-text", "line-777");
    assertThat(page.locator(ROWS)).hasCount(11);
    page.fill("#filter-text", "");
    page.click("[data-sort=name] button");
    page.click("[data-page=last]");
    assertThat(page.locator("#table tbody th").last()).hasText("night/line-9999.npy");
    assertThat(page.locator("#page")).containsText("10,000");
    int height = (int) page.evaluate(HEIGHT);
    // How long things take depends on what else this machine does, so that is told and not judged.
    System.out.printf(
        "500 files: %.0f a second; 10,000 files: %.0f a second, %.2f of it; longest task %.0f ms"
            + " while they are sent, %.0f ms in all; page %,d px high%n",
        paceOfFew, paceOfMany, paceOfMany / paceOfFew, sending, longest(page), height);
    assertTrue(height < 10_000, height + " px");
  }

  @Test
  void whoStopsStopsAndMayGoOn() throws Exception {
    Page page = CHROMIUM.open(server).go("/");
    Hand.drop(page, List.of(folder));
    assertThat(page.locator("#pace")).containsText("of 10,000", patiently());
    page.waitForCondition(() -> scored() > 50);
    page.click("#stop");
    awaitAll(page);
    assertThat(page.locator("#go-on")).isVisible();
    Thread.sleep(1000); // what had arrived when it was broken off may still be scored
    int before = scored();
    Thread.sleep(500);
    assertEquals(before, scored(), "some were sent after the stop");
    List<Integer> counts = counts(page);
    assertEquals(MANY, counts.stream().mapToInt(Integer::intValue).sum());
    assertTrue(counts.get(4) > MANY / 2, counts.toString());
    page.click("#go-on");
    page.waitForCondition(() -> scored() > before + 50);
    page.click("#stop");
    awaitAll(page);
  }

  /** How many verdicts there are: the newest one's number. */
  private int scored() {
    try {
      List<Map<String, Object>> newest = server.get("/api/v1/verdicts?limit=1").list("verdicts");
      return newest.isEmpty() ? 0 : Integer.parseInt(String.valueOf(newest.get(0).get("id")));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
