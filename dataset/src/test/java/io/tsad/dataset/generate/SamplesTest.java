package io.tsad.dataset.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
  @TempDir Path dir;

  /** The configuration is that of the command in dataset/README.md. */
  @Test
  void theCommittedSamplesAreWhatTheirCommandMakes() throws Exception {
    GeneratorConfig config =
        new GeneratorConfig(16, 8, 3653, 0, 0.5, Profile.PLAIN, SampleType.FLOAT32);
    Map<String, byte[]> made = GeneratedFolder.make(config, dir.resolve("samples")).files();
    Map<String, byte[]> committed =
        new GeneratedFolder(Path.of("..", "dataset", "samples")).files();
    assertEquals(made.keySet(), committed.keySet());
    made.forEach((path, bytes) -> assertArrayEquals(bytes, committed.get(path), path));
  }
}
