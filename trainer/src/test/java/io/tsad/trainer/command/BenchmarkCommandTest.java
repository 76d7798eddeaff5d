package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCommandTest {
  @TempDir private Path folder;

  /** Sines of two frequencies. */
  private void set(String name, long seed) throws Exception {
    Random random = new Random(seed);
    Path set = Files.createDirectories(folder.resolve("ucr").resolve(name));
    for (String split : new String[] {"TRAIN", "TEST"}) {
      String rows =
          IntStream.range(0, 24)
              .mapToObj(
                  row -> {
                    double phase = random.nextDouble() * 6;
                    return row % 2
                        + IntStream.range(0, 64)
                            .mapToObj(i -> Math.sin(i * (row % 2 == 0 ? 0.3 : 0.7) + phase))
                            .map(value -> String.format(Locale.ROOT, "\t%.5f", value))
                            .collect(Collectors.joining());
                  })
              .collect(Collectors.joining("\n", "", "\n"));
      Files.writeString(set.resolve(name + "_" + split + ".tsv"), rows);
    }
  }

  private TrainRun run(Object... more) {
    Stream<Object> arguments = Stream.of("benchmark", "--out", folder.resolve("out"));
    return TrainRun.of(
        Stream.of(arguments, Stream.of(folder.resolve("ucr")), Stream.of(more))
            .flatMap(Function.identity())
            .toArray());
  }

  @Test
  void accuraciesStandBesideThePublishedAndAreNotMadeTwice() throws Exception {
    set("Fast", 1);
    Path published = folder.resolve("published.csv");
    Files.writeString(published, "dataset,MR-Hydra,Other\nFast,0.75,1\nSlow,0.25,\n");
    Object[] options = {"--published", published, "--beside", "MR-Hydra,Other"};

    TrainRun first = run(options);
    assertEquals(0, first.code(), first.err());
    assertTrue(
        first.err().contains("Fast multirocket-hydra, seed 0: accuracy 1.0000"), first.err());
    String table = Files.readString(folder.resolve("out/table.md"));
    assertEquals(table, first.out());
    assertTrue(table.contains("| Fast | 24 | 24 | 64 | 1.0000 | 0.7500 | 1.0000 |"), table);
    assertTrue(Files.exists(folder.resolve("out/Fast/multirocket-hydra-0/model.onnx")));

    set("Slow", 2);
    TrainRun second = run(options);
    assertTrue(second.err().contains("Fast: done before"), second.err());
    assertTrue(second.out().contains("| Slow | 24 | 24 | 64 | 1.0000 | 0.2500 |  |"), second.out());
    assertTrue(second.out().contains("| mean of 1 |"), second.out());
  }

  @Test
  void whatCannotBeUsedIsNamed() throws Exception {
    set("Fast", 1);
    Path published = folder.resolve("published.csv");
    Files.writeString(published, "dataset,MR-Hydra\nFast,0.75\n");
    TrainRun lacking = run("--published", published);
    assertEquals(3, lacking.code());
    assertTrue(lacking.err().contains("has no column InceptionTime"), lacking.err());

    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/results.csv"), "a,b\n1,2\n");
    TrainRun other = run();
    assertEquals(3, other.code());
    assertTrue(other.err().contains("results.csv: holds no trials"), other.err());
  }
}
