package io.tsad.dashboard.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path folder;

  @Test
  void everySettingHasADefault() throws Exception {
    Settings settings = new SettingSources(null, Map.of(), Map.of()).read();
    assertEquals("127.0.0.1", settings.listen().host());
    assertEquals(7070, settings.listen().port());
    assertEquals(Path.of("models"), settings.models());
    assertTrue(settings.listen().isLoopback());
  }

  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws Exception {
    Path file = folder.resolve("dashboard.conf");
    Files.writeString(file, "# ours\nport = 1\nqueue = 1\nmax-series = 1\n");
    Settings settings =
        new SettingSources(
                file,
                Map.of("TSAD_DASHBOARD_QUEUE", "2", "TSAD_DASHBOARD_MAX_SERIES", "2"),
                Map.of(Setting.MAX_SERIES, "3"))
            .read();
    assertEquals(1, settings.listen().port());
    assertEquals(2, settings.queue());
    assertEquals(3, settings.limits().series());
  }

  @Test
  void aWrongValueIsToldWithItsOriginAndWhatWouldBeRight() {
    assertEquals(
        "$TSAD_DASHBOARD_PORT: '70700' cannot be; give a whole number from 0 to 65535",
        fault(new SettingSources(null, Map.of("TSAD_DASHBOARD_PORT", "70700"), Map.of())));
    assertEquals(
        "--keep-series: 'some' cannot be; give one of none, pages, all",
        fault(new SettingSources(null, Map.of(), Map.of(Setting.KEEP_SERIES, "some"))));
    assertEquals(
        "--zone: 'Mars' cannot be; give a time zone such as Europe/Berlin",
        fault(new SettingSources(null, Map.of(), Map.of(Setting.ZONE, "Mars"))));
  }

  @Test
  void aKeyThatIsNoSettingIsRefused() throws Exception {
    Path file = folder.resolve("dashboard.conf");
    Files.writeString(file, "prot = 7070\n");
    assertEquals(
        file + ": prot: is no setting; see tsad-dashboard --help for those there are",
        fault(new SettingSources(file, Map.of(), Map.of())));
  }

  @Test
  void theDocumentedTableIsThisOne() throws Exception {
    String table =
        Arrays.stream(Setting.values()).map(SettingsTest::row).collect(Collectors.joining());
    String page = Files.readString(Path.of("../docs/dashboard.md"));
    assertTrue(page.contains(table), "docs/dashboard.md should have these lines:\n" + table);
  }

  private static String row(Setting setting) {
    return "| `%s` | %s | %s |\n"
        .formatted(
            setting.key(),
            setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`",
            setting.description());
  }

  private static String fault(SettingSources sources) {
    return assertThrows(SettingException.class, sources::read).getMessage();
  }
}
