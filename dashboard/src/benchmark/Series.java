

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.tsad.dashboard.ServerProcess;
import io.tsad.dashboard.browser.Chromium;
import io.tsad.runtime.series.NpyWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Prints, for series of growing length, when they are drawn, and how long zooms take. */
final class Series {
  private static final String MEASURES =
      "() => performance.getEntriesByName('series-drawn').map(one => one.duration)";

  private Series() {}

  public static void main(String[] args) throws Exception {
    int turns = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Path home = Files.createTempDirectory("series");
    Files.createDirectories(home.resolve("models"));
    Files.createSymbolicLink(home.resolve("models/benchmark"), Path.of(args[0]).toRealPath());
    try (ServerProcess server = ServerProcess.start(home);
        Playwright playwright = Chromium.play();
        Browser browser = Chromium.launch(playwright)) {
      System.out.println("| samples | on screen, ms | slowest | zoom, ms | slowest | sent, kB |");
      System.out.println("|---|---|---|---|---|---|");
      for (int samples : new int[] {10_000, 100_000, 1_000_000}) {
        String address = upload(browser, server, home, samples);
        List<Double> drawn = new ArrayList<>();
        List<Double> zoomed = new ArrayList<>();
        long sent = 0;
        for (int turn = 0; turn < turns; turn++) {
          sent = look(browser, address, drawn, zoomed);
        }
        Collections.sort(drawn);
        Collections.sort(zoomed);
        System.out.printf(
            "| %,d | %.0f | %.0f | %.0f | %.0f | %d |%n",
            samples,
            drawn.get(drawn.size() / 2),
            drawn.get(drawn.size() - 1),
            zoomed.get(zoomed.size() / 2),
            zoomed.get(zoomed.size() - 1),
            sent / 1000);
      }
    }
  }

  private static String upload(Browser browser, ServerProcess server, Path home, int samples)
      throws Exception {
    Random random = new Random(0);
    double[] values = new double[samples];
    for (int i = 1; i < samples; i++) {
      values[i] = values[i - 1] + random.nextGaussian();
    }
    Path file = home.resolve(samples + ".npy");
    NpyWriter.write(file, values);
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(server.address().toString());
      page.setInputFiles("#files", file);
      page.click("button.primary");
      page.click("#table tbody a");
      page.waitForURL("**/history/*");
      return page.url();
    }
  }

  /** Opens it with an empty cache and zooms in ten times; how many bytes the first view took. */
  private static long look(Browser browser, String address, List<Double> drawn, List<Double> zoomed) {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      AtomicLong sent = new AtomicLong();
      page.onResponse(
          response ->
              sent.addAndGet(
                  response.request().sizes().responseBodySize + response.request().sizes().responseHeadersSize));
      page.navigate(address);
      page.waitForFunction("() => performance.getEntriesByName('drawn').length > 0");
      // Since the navigation began.
      drawn.add(
          ((Number) page.evaluate("() => performance.getEntriesByName('drawn')[0].startTime")).doubleValue());
      long first = sent.get();
      for (int zoom = 1; zoom <= 10; zoom++) {
        page.click("[data-do=in]");
        page.waitForFunction("count => performance.getEntriesByName('series-drawn').length > count", zoom);
      }
      List<?> all = (List<?>) page.evaluate(MEASURES);
      all.subList(1, all.size()).forEach(one -> zoomed.add(((Number) one).doubleValue()));
      return first;
    }
  }
}
