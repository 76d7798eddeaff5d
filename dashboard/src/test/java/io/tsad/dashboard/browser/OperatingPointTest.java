package io.tsad.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TrainedModel;
import io.tsad.dashboard.config.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Choosing between thresholds, and between models. */
class OperatingPointTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    TrainedModel.write(home.resolve("models/one"), 0.6, 2);
    TrainedModel.write(home.resolve("models/two"), 0.9, 1);
    server = TestServer.start(home, Map.of(Setting.KEEP_SERIES, "all", Setting.MODEL, "one"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Object verdict() throws Exception {
    return server
        .post("/api/v1/score?name=pump", "application/x-npy", SeriesBytes.flat(0.2))
        .field("verdict");
  }

  @Test
  void theThresholdIsMovedItsConsequencesAreSeenAndItIsSaved() throws Exception {
    assertEquals("normal", verdict()); // a probability of 0.55
    Page page = CHROMIUM.open(server).go("/models/one");
    Locator recall = page.locator("[data-figure=recall] td").first();
    assertThat(page.locator("#slider")).isVisible();
    String before = recall.textContent();
    page.evaluate(
        """
        () => {
          const slider = document.getElementById('slider');
          slider.value = 0.2;
          slider.dispatchEvent(new Event('input', { bubbles: true }));
        }
        """);
    assertThat(recall).not().hasText(before);
    page.focus("#slider");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#saved-value")).hasText("0.2010");
    page.click("#save button");
    assertThat(page.locator("#in-force")).hasText("0.2010");
    assertEquals("anomaly", verdict());
    page.click("#save ~ details summary");
    assertThat(page.locator("#save ~ details tbody tr")).containsText("0.6000");
  }

  @Test
  void aBudgetOfFalseAlarmsFindsItsThreshold() {
    Page page = CHROMIUM.open(server).go("/models/one");
    assertThat(page.locator("#slider")).isVisible();
    String before = page.textContent("#saved-value");
    page.fill("[name=falseAlarmsPerDay]", "0");
    page.click("#explorer button");
    assertThat(page.locator("[data-figure=falseAlarmsPerDay] td").first()).hasText("0");
    assertNotEquals(before, page.textContent("#saved-value"));
  }

  @Test
  void aBarStandsBetweenTheProbabilitiesItCountsAndLabelsAtTheirs() {
    Page page = CHROMIUM.open(server).go("/models/one");
    page.waitForFunction("() => window.Chart?.getChart(document.getElementById('scores'))");
    Object faults =
        page.evaluate(
            """
            () => {
              const chart = Chart.getChart(document.getElementById('scores'));
              const { x } = chart.scales;
              const { left, right } = chart.chartArea;
              const at = probability => left + probability * (right - left);
              const faults = x.ticks.filter(tick => Math.abs(x.getPixelForValue(tick.value) - at(tick.value)) > 1
                || Number(tick.label) !== Number(tick.value.toFixed(2))).map(tick => tick.label);
              chart.data.datasets.forEach((_, set) => chart.getDatasetMeta(set).data.forEach((bar, i) => {
                const { x: middle, width } = bar.getProps(['x', 'width'], true);
                if (middle - width / 2 < at(i / 20) - 1 || middle + width / 2 > at((i + 1) / 20) + 1) {
                  faults.push(`bar ${i} of ${set}: ${middle - width / 2} to ${middle + width / 2}`);
                }
              }));
              return faults.concat(x.ticks.length < 3 ? ['too few labels'] : []);
            }
            """);
    assertEquals(List.of(), faults);
  }

  @Test
  void twoModelsAreChosenAndComparedOnOnePlotAndByWhatTheyDisagreeOn() throws Exception {
    server.post("/api/v1/score?name=between", "application/x-npy", SeriesBytes.flat(1));
    Window window = CHROMIUM.open(server);
    Page page = window.go("/models");
    page.check("input[value=one]");
    page.check("input[value=two]");
    page.click("form[action='/compare'] button");
    assertThat(page.locator("#figures tbody tr")).hasCount(2);
    page.waitForFunction(
        "() => window.Chart?.getChart(document.getElementById('roc'))?.data.datasets.length === 3");
    window.assertAccessible();
    page.click("form[action='/compare/score'] button");
    assertThat(page.locator("main")).containsText("between");
  }
}
