package io.tsad.runtime.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.distribution.Distribution.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/tsad-infer} of the distributions, as a user starts it. */
class LauncherIT {
  private static final Map<String, String> NO_CACHE = Map.of("TSAD_CACHE", "off");

  @TempDir static Path shared;
  private static Distribution spaced;
  private static Distribution jars;
  private static Distribution jre;

  @TempDir Path folder;

  @BeforeAll
  static void unpack() throws Exception {
    // Where its path has spaces, the JVM archives its own classes only, and all else must work.
    spaced = Distribution.unpack("jars", shared.resolve("a home/with spaces"), shared);
    jars = Distribution.unpack("jars", shared.resolve("home"), shared);
    jre = Distribution.unpack("jre", shared.resolve("jre $HOME"), shared);
  }

  @Test
  void itStartsThroughLinksOfAnyKindFromAnyFolder() throws Exception {
    Distribution here = spaced.in(shared.resolve("here"));
    Path bin = Files.createDirectories(shared.resolve("local/bin"));
    Path absolute = Files.createSymbolicLink(bin.resolve("absolute"), here.launcher());
    Path relative =
        Files.createSymbolicLink(bin.resolve("relative"), bin.relativize(here.launcher()));
    Path toALink = Files.createSymbolicLink(bin.resolve("to-a-link"), Path.of("relative"));
    Path current = Files.createSymbolicLink(shared.resolve("current"), here.home());
    for (Path launcher :
        List.of(
            absolute,
            relative,
            toALink,
            current.resolve("bin/tsad-infer"),
            here.work().relativize(toALink))) {
      assertEquals(
          new Answer(0, here.verdict(), ""),
          here.run(NO_CACHE, here.scoring(launcher)),
          launcher + "");
    }
    Answer byPath =
        here.run(
            Map.of("TSAD_CACHE", "off", "PATH", bin + ":" + System.getenv("PATH")),
            List.of("sh", "-c", "to-a-link --version"));
    assertTrue(byPath.out().startsWith("tsad "), byPath.toString());
  }

  @Test
  void aModelInItsOwnFolderIsFoundFromElsewhere() throws Exception {
    Distribution here = spaced.in(folder);
    Path model = Files.createDirectories(here.home().resolve("models/mine"));
    Files.copy(here.model(), model.resolve("model.onnx"));
    List<String> command =
        List.of(here.launcher().toString(), "--device=cpu", here.series().toString());
    assertEquals(new Answer(0, here.verdict(), ""), here.run(NO_CACHE, command));
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    String remedy = "install a JDK, 17 or newer, or set JAVA_HOME\n";
    assertEquals(
        new Answer(1, "", "tsad-infer: no Java; " + remedy),
        jars.in(folder).score(Map.of("JAVA_HOME", "", "PATH", empty.toString())));
    assertEquals(
        new Answer(
            1,
            "",
            "tsad-infer: no Java in JAVA_HOME (" + empty + "); set it to a JDK, 17 or newer\n"),
        jars.in(folder).score(Map.of("JAVA_HOME", empty.toString())));
  }

  @Test
  void anOldJavaIsRefused() throws Exception {
    for (String version : List.of("1.8.0_402", "11.0.2")) {
      Path old = folder.resolve(version);
      Path program = Files.createDirectories(old.resolve("bin")).resolve("java");
      Files.writeString(program, "#!/bin/sh\n");
      assertTrue(program.toFile().setExecutable(true));
      Files.writeString(old.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
      assertEquals(
          new Answer(
              1,
              "",
              "tsad-infer: the Java in %s is too old; ".formatted(old)
                  + "install a JDK, 17 or newer, or set JAVA_HOME\n"),
          jars.in(folder).score(Map.of("JAVA_HOME", old.toString())));
    }
  }

  @Test
  void itsOwnJavaNeedsNoOtherAndNoCache() throws Exception {
    Distribution here = jre.in(folder);
    assertEquals(new Answer(0, here.verdict(), ""), here.score(Map.of("JAVA_HOME", "/missing")));
    assertEquals(List.of(), here.cached());
    assertTrue(loadsFromAnArchive(here));
  }

  @Test
  void theFirstStartKeepsTheClassesAndSaysSo() throws Exception {
    Distribution here = jars.in(folder);
    Answer first = here.score(Map.of());
    assertEquals(0, first.code());
    assertEquals(here.verdict(), first.out());
    assertEquals(
        "tsad-infer: the first start with this Java takes longer: it keeps classes in %s\n"
            .formatted(folder.resolve("cache/tsad")),
        first.err());
    assertEquals(1, here.cached().stream().filter(LauncherIT::isArchive).count());
    assertEquals(new Answer(0, here.verdict(), ""), here.score(Map.of()));
    assertTrue(loadsFromAnArchive(here));
  }

  @Test
  void aFolderWithSpacesIsNoHindrance() throws Exception {
    Distribution here = spaced.in(folder);
    assertEquals(here.verdict(), here.score(Map.of()).out());
    assertEquals(new Answer(0, here.verdict(), ""), here.score(Map.of()));
  }

  @Test
  void aDamagedArchiveIsDoneWithout() throws Exception {
    Distribution here = jars.in(folder);
    here.score(Map.of());
    Path archive = here.cached().stream().filter(LauncherIT::isArchive).findFirst().orElseThrow();
    assertTrue(archive.toFile().setWritable(true));
    byte[] good = Files.readAllBytes(archive);
    byte[] flipped = good.clone();
    for (int i = 0; i < flipped.length; i += 50_000) {
      flipped[i] ^= 1;
    }
    Files.write(archive, flipped);
    assertEquals(new Answer(0, here.verdict(), ""), here.score(Map.of()));
    Files.write(archive, Arrays.copyOf(good, good.length / 2));
    assertEquals(new Answer(0, here.verdict(), ""), here.score(Map.of()));
  }

  @Test
  void aCacheThatCannotBeWrittenOrIsForbiddenIsDoneWithout() throws Exception {
    Distribution here = jars.in(folder);
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(
        new Answer(0, here.verdict(), ""), here.score(Map.of("XDG_CACHE_HOME", file.toString())));
    assertEquals(
        new Answer(0, here.verdict(), ""), here.score(Map.of("XDG_CACHE_HOME", "", "HOME", "")));
    assertEquals(new Answer(0, here.verdict(), ""), here.score(NO_CACHE));
    assertEquals(List.of(), here.cached());
  }

  @Test
  void optionsForTheJvmComeLast() throws Exception {
    Distribution here = jre.in(folder);
    Answer answer = here.score(Map.of("TSAD_JAVA_OPTIONS", "-Xmx1m"));
    assertEquals(1, answer.code());
    assertTrue(
        (answer.out() + answer.err()).contains("larger value than the maximum heap size"),
        answer.toString());
  }

  @Test
  void nothingIsUnpackedToATemporaryFolder() throws Exception {
    Distribution here = jre.in(folder.resolve("work"));
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    Path log = folder.resolve("log");
    String options = "-Djava.io.tmpdir=%s -Xlog:library=info:file=%s".formatted(temporary, log);
    assertEquals(
        new Answer(0, here.verdict(), ""), here.score(Map.of("TSAD_JAVA_OPTIONS", options)));
    assertEquals(0, temporary.toFile().list().length);
    String maps = Files.readString(log);
    assertFalse(maps.contains(temporary + "/onnxruntime"), maps);
  }

  private boolean loadsFromAnArchive(Distribution here) throws Exception {
    Path log = folder.resolve("classes.log");
    here.score(Map.of("TSAD_JAVA_OPTIONS", "-Xlog:class+load:file=" + log));
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains("io.tsad.runtime.detect.Detector "))
        .allMatch(line -> line.contains("source: shared objects file"));
  }

  private static boolean isArchive(Path file) {
    return file.toString().endsWith(".jsa");
  }

  /** Also with the classes it keeps, which are made and used in one locale. */
  @Test
  void namesOfAnyLettersAreReadInTheLocaleOfC() throws Exception {
    for (Distribution distribution : List.of(jars, jre)) {
      Distribution here =
          distribution.in(
              Files.createDirectories(folder.resolve("c" + distribution.home().hashCode())));
      Files.writeString(
          here.work().resolve("script"),
          """
          mkdir 'Störung 1'
          cp "$2" 'Störung 1/ä.npy'
          cp "$2" "Störung 1/$(printf 'x\\366.npy')"
          cp "$3" mö.onnx
          for start in 1 2; do "$1" --device=cpu --model mö.onnx 'Störung 1' 'Störung 1/ä.npy'; done
          """,
          UTF_8);
      Answer answer =
          here.run(
              Map.of("LC_ALL", "C"),
              List.of(
                  "sh",
                  "script",
                  here.launcher().toString(),
                  here.series().toString(),
                  here.model().toString()));
      String verdict = "\tanomaly\t0.952309\n";
      String lines =
          "Störung 1/x\\xf6.npy"
              + verdict
              + "Störung 1/ä.npy"
              + verdict
              + "Störung 1/ä.npy"
              + verdict;
      assertEquals(lines + lines, answer.out(), answer.err());
      assertEquals(0, answer.code(), answer.err());
    }
  }
}
