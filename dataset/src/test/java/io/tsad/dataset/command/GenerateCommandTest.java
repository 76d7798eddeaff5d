package io.tsad.dataset.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir Path dir;

  @Test
  void itMakesAFolderThatInspectFindsNothingWrongWith() {
    Path out = dir.resolve("set");
    Run made =
        generate(out, "--train", "20", "--val", "6", "--length", "64", "--profile", "varied");
    assertEquals(new Run(0, out + "\t20 train\t6 val\t64 samples each\n", ""), unix(made));
    Run inspected = Run.of("inspect", out.toString());
    assertEquals(0, inspected.code(), inspected.out() + inspected.err());
  }

  @Test
  void aFolderThatExistsIsReplacedOnlyWithForce() throws Exception {
    Path out = dir.resolve("set");
    generate(out, "--train", "2", "--val", "2", "--length", "40");
    Run refused = generate(out, "--train", "3", "--val", "2", "--length", "40");
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("--force"), refused.err());
    assertEquals(
        0, generate(out, "--train", "3", "--val", "2", "--length", "40", "--force").code());
    assertTrue(Files.exists(out.resolve("anomalies.csv")));
  }

  @Test
  void whatCannotBeMadeIsAUsageFaultOfOneLine() {
    Run refused = generate(dir.resolve("set"), "--length", "10");
    assertEquals(
        new Run(2, "", "tsad-data generate: --length: is 10; it must be at least 32\n"),
        unix(refused));
    assertEquals(
        "tsad-data generate: --length: is 2000000000; it must be at most 4194304\n",
        unix(generate(dir.resolve("set"), "--length", "2000000000")).err());
  }

  @Test
  void theHelpFitsAScreen() {
    Run help = Run.of("generate", "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().lines().count() <= 24, help.out());
    assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
  }

  private static Run generate(Path out, String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "generate";
    args[1] = "--out";
    args[2] = out.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return Run.of(args);
  }

  private static Run unix(Run run) {
    String end = System.lineSeparator();
    return new Run(run.code(), run.out().replace(end, "\n"), run.err().replace(end, "\n"));
  }
}
