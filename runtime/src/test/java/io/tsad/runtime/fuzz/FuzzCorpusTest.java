package io.tsad.runtime.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each input that fuzzing started from, or found, is read or refused. */
class FuzzCorpusTest {
  @TempDir Path scratch;

  @ParameterizedTest
  @EnumSource
  void whatIsInTheCorpusIsReadOrRefused(FuzzTarget target) throws Exception {
    List<Path> inputs;
    try (Stream<Path> files = Files.list(FuzzRun.corpus(target))) {
      inputs = files.sorted().toList();
    }
    int read = 0;
    for (Path input : inputs) {
      byte[] bytes = Files.readAllBytes(input);
      try {
        target.feed(bytes, scratch);
      } catch (Throwable e) {
        throw new AssertionError(input.toString(), e);
      }
      read += bytes.length;
    }
    assertTrue(read > 0, "inputs");
  }
}
