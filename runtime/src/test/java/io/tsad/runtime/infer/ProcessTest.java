package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.series.NpyWriter;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tsad-infer} as a process of its own, where only that can tell. */
class ProcessTest {
  @TempDir Path folder;
  private Path series = Path.of("");

  @BeforeEach
  void writeFiles() throws Exception {
    TinyModel.write(folder.resolve("models/demo/model.onnx"), TinyModel.card(1));
    series = folder.resolve("a.npy");
    NpyWriter.write(series, new double[] {0});
  }

  private ProcessBuilder java(List<String> options, Object... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    // What the JVM of this test was told of native libraries, without which newer ones warn.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--"))
        .forEach(command::add);
    command.add("-XX:TieredStopAtLevel=1");
    command.add(TsadInfer.class.getName());
    command.add("--device=cpu");
    for (Object arg : args) {
      command.add(arg.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().remove("TSAD_MODEL");
    builder.redirectError(folder.resolve("stderr").toFile());
    return builder.redirectOutput(folder.resolve("stdout").toFile());
  }

  private Run finish(Process process) throws IOException, InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
    return new Run(process.exitValue(), lines("stdout"), lines("stderr"));
  }

  private List<String> lines(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  @Test
  void aModelInModelsIsFoundAndTheFileScored() throws Exception {
    assertEquals(
        new Run(
            0,
            List.of("a.npy\tanomaly\t0.500000"),
            List.of("tsad-infer: 1 series constant: all samples equal")),
        finish(java(List.of(), "a.npy").start()));
  }

  private static final List<String> LOST =
      List.of(
          "tsad-infer: standard output: cannot be written;"
              + " see whether its disk is full or its reader gone");

  @Test
  void aFullDiskEndsWithSixAndOneLine() throws Exception {
    File full = new File("/dev/full");
    assumeTrue(full.exists(), "no /dev/full here");
    ProcessBuilder infer = java(List.of(), "a.npy").redirectOutput(full);
    assertEquals(new Run(6, List.of(), LOST), finish(infer.start()));
    ProcessBuilder help = java(List.of(), "--help").redirectOutput(full);
    assertEquals(new Run(6, List.of(), LOST), finish(help.start()));
  }

  @Test
  void aClosedPipeEndsWithSixAndOneLine() throws Exception {
    Process process = java(List.of(), "a.npy").redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    process.getInputStream().close();
    assertEquals(new Run(6, List.of(), LOST), finish(process));
  }

  @Test
  void aNameTheLocaleCannotHoldIsScoredThroughItsFolderAndExplainedWithoutIt() throws Exception {
    // Java cannot hand such a name to a process in its own C locale, a shell can.
    Path shell =
        Files.writeString(
            folder.resolve("run.sh"), "mkdir n; cp a.npy n/ä.npy; \"$@\" n; \"$@\" n/ä.npy");
    ProcessBuilder builder = java(List.of());
    builder.command().addAll(0, List.of("sh", shell.toString()));
    builder.environment().put("LC_ALL", "C");
    Run run = finish(builder.start());
    assertEquals(3, run.code(), run.toString());
    assertEquals(1, run.out().size());
    assertEquals("n/ä.npy\tanomaly\t0.500000", run.out().get(0));
    assertEquals(2, run.err().size(), run.err().toString());
    assertTrue(
        run.err()
            .get(1)
            .endsWith(
                ": is a name the locale's encoding cannot hold;"
                    + " set LC_ALL to a locale with UTF-8, such as C.UTF-8, or name its folder"),
        run.err().get(1));
  }

  @Test
  void aLocaleWithDigitsOfItsOwnChangesNothing() throws Exception {
    List<String> arabic = List.of("-Duser.language=ar", "-Duser.country=EG");
    NpyWriter.write(folder.resolve("long.npy"), new double[2000]);
    Files.write(folder.resolve("cut.npy"), new byte[0]);
    Run run = finish(java(arabic, "long.npy", "cut.npy").start());
    assertEquals(List.of("long.npy\tanomaly\t0.500000"), run.out());
    assertEquals("tsad-infer: cut.npy: is empty; write the file again", run.err().get(0));
    assertEquals("tsad-infer: 1 series constant: all samples equal", run.err().get(1));
  }

  @Test
  void withoutRoomForTheNativeLibraryItEndsWithFiveAndOneLine() throws Exception {
    List<String> nowhere = List.of("-Djava.io.tmpdir=" + folder.resolve("missing"));
    Run run = finish(java(nowhere, "a.npy").start());
    assertEquals(5, run.code(), run.toString());
    List<String> said =
        run.err().stream().filter(line -> !line.startsWith("WARNING: java.io.tmpdir")).toList();
    assertEquals(1, said.size(), said.toString()); // besides what newer JVMs say themselves
    assertTrue(
        said.get(0)
            .startsWith(
                "tsad-infer: ONNX Runtime: its native library cannot be loaded ("
                    + folder.resolve("missing")),
        said.get(0));
  }

  @Test
  void terminatedItPrintsWhatIsDoneAndHowMuchThatIs() throws Exception {
    Files.createDirectory(folder.resolve("many"));
    for (int i = 100; i < 300; i++) {
      NpyWriter.write(folder.resolve("many/" + i + ".npy"), new double[] {i});
    }
    // Standard input stays open, so the run never ends by itself.
    Process process = java(List.of(), "many", "-").start();
    for (int waited = 0; lines("stdout").size() < 200 && waited < 30_000; waited += 50) {
      Thread.sleep(50);
    }
    process.toHandle().destroy(); // unlike the process itself, it leaves standard input open
    Run run = finish(process);
    assertEquals(128 + 15, run.code(), run.toString());
    assertEquals(200, run.out().size());
    assertEquals("many/299.npy\tanomaly\t1.000000", run.out().get(199));
    assertEquals(
        List.of(
            "tsad-infer: 200 series constant: all samples equal",
            "tsad-infer: interrupted: 200 series scored, 0 unreadable"),
        run.err());
  }
}
