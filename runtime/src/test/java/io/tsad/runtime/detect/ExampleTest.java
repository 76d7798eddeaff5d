package io.tsad.runtime.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.series.NpyWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documentation shows is what runs. */
class ExampleTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path JAVA = DOCS.resolve("examples/Score.java");

  @Test
  void theJavaExampleScoresASeries(@TempDir Path folder) throws Exception {
    TinyModel.write(folder.resolve("demo/model.onnx"), TinyModel.card(2));
    NpyWriter.write(folder.resolve("a.npy"), new double[] {2, 4}); // softmax(0, 3)
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--"))
        .forEach(command::add);
    command.addAll(
        List.of(JAVA.toAbsolutePath().toString(), folder.resolve("demo").toString(), "a.npy"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Path out = folder.resolve("out");
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
    assertEquals("anomaly 0.95257413\n", Files.readString(out));
  }

  @Test
  void theJavadocShowsItsHeart() throws Exception {
    String source = Files.readString(Path.of("src/main/java/io/tsad/runtime/detect/Detector.java"));
    int from = source.indexOf("<pre>{@code") + "<pre>{@code".length();
    List<String> shown =
        source
            .substring(from, source.indexOf("}</pre>", from))
            .lines()
            .map(line -> line.replaceFirst("^ \\*", "").strip())
            .filter(line -> !line.isEmpty())
            .toList();
    List<String> run = Files.readAllLines(JAVA).stream().map(String::strip).toList();
    assertEquals(5, shown.size(), shown.toString());
    assertTrue(run.containsAll(shown), shown.toString());
  }

  @ParameterizedTest
  @CsvSource({"Score.java, java", "score.py, python", "score.js, js"})
  void thePageShowsEachExampleAsItIs(String file, String language) throws Exception {
    String example = Files.readString(DOCS.resolve("examples").resolve(file));
    assertTrue(
        Files.readString(DOCS.resolve("model-contract.md"))
            .contains("```" + language + "\n" + example + "```\n"));
  }
}
