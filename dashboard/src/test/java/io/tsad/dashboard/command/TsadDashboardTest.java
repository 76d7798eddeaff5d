package io.tsad.dashboard.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsadDashboardTest {
  @TempDir private Path home;

  @Test
  void anAddressThatOthersReachNeedsAnAccount() {
    Run run = Run.of("", "--host", "0.0.0.0", "--port", "0", "--data", data());
    assertEquals(2, run.code());
    assertEquals(
        List.of(
            "tsad-dashboard: --host 0.0.0.0: would let other machines in, and there is no account;"
                + " make one with tsad-dashboard user add NAME, or listen on 127.0.0.1"),
        run.err());
  }

  @Test
  void accountsAreMadeListedAndRemoved() {
    Run generated = Run.of("", "user", "add", "eva", "--role", "viewer", "--data", data());
    assertEquals(0, generated.code(), generated.toString());
    assertEquals(32, generated.out().get(0).length());
    assertEquals(
        0,
        Run.of("a long password\n", "user", "add", "ole", "--password-stdin", "--data", data())
            .code());
    assertEquals(
        List.of("eva\tviewer", "ole\toperator"),
        Run.of("", "user", "list", "--data", data()).out());
    assertEquals(0, Run.of("", "user", "remove", "eva", "--data", data()).code());
    assertEquals(List.of("ole\toperator"), Run.of("", "user", "list", "--data", data()).out());
  }

  @Test
  void whatCannotBeAnAccountIsToldInOneLine() {
    assertEquals(
        List.of(
            "tsad-dashboard user add: eva: has too short a password; take at least 10 characters"),
        Run.of("short\n", "user", "add", "eva", "--password-stdin", "--data", data()).err());
    assertEquals(
        List.of(
            "tsad-dashboard user add: a b: is no name;"
                + " take up to 64 letters, digits and . _ @ -, a letter or digit first"),
        Run.of("", "user", "add", "a b", "--data", data()).err());
    assertEquals(2, Run.of("", "user", "--data", data()).code());
    assertEquals(2, Run.of("", "token", "add", "nobody", "--data", data()).code());
  }

  @Test
  void aTokenIsShownOnceAndCanBeRemoved() {
    Run.of("", "user", "add", "eva", "--data", data());
    Run made = Run.of("", "token", "add", "eva", "--label", "cron", "--data", data());
    assertTrue(made.out().get(0).startsWith("tsad_"), made.toString());
    assertEquals(List.of("1\teva\tcron"), Run.of("", "token", "list", "--data", data()).out());
    assertEquals(0, Run.of("", "token", "remove", "1", "--data", data()).code());
    assertEquals(List.of(), Run.of("", "token", "list", "--data", data()).out());
  }

  @Test
  void theHelpFitsAScreen() {
    List<String> help = Run.of("", "--help").out();
    assertTrue(help.stream().allMatch(line -> line.length() <= 80), String.join("\n", help));
    assertTrue(help.size() <= 50, String.join("\n", help));
  }

  private String data() {
    return home.resolve("data").toString();
  }
}
