package io.tsad.dashboard.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A page in a browser, and what it complained of. */
final class Window implements AutoCloseable {
  /** What matters of axe's findings, each with the first element it is about. */
  private static final String SERIOUS =
      """
      () => axe.run().then(found => found.violations
        .filter(one => one.impact === 'serious' || one.impact === 'critical')
        .map(one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.html).join(' ')}`))
      """;

  private static final String TOO_WIDE =
      """
      () => {
        const wide = document.documentElement.clientWidth;
        return document.documentElement.scrollWidth <= wide ? [] : Array.from(document.body.querySelectorAll('*'))
          .filter(one => one.getBoundingClientRect().right > wide && !one.parentElement.closest('.scroll'))
          .map(one => one.outerHTML.slice(0, 80));
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Window(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
  }

  Page page() {
    return page;
  }

  /** Goes to a path of the server, and waits for what it loads. */
  Page go(String path) {
    page.navigate(path);
    page.waitForLoadState();
    return page;
  }

  /** What was said in the console until now. */
  List<String> complaints() {
    return complaints;
  }

  /** Fails if axe finds what keeps people out. */
  void assertAccessible() {
    page.evaluate(axe());
    assertEquals(List.of(), page.evaluate(SERIOUS), page.url());
  }

  private static String axe() {
    try (InputStream in = Window.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails if one has to scroll sideways, and names what is too wide. */
  void assertFits() {
    assertEquals(List.of(), page.evaluate(TOO_WIDE), page.url() + " is wider than the window");
  }

  @Override
  public void close() {
    context.close();
  }
}
