package io.tsad.runtime;

import io.tsad.testing.Programs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing but this notices when a benchmark no longer fits the code. */
class ProgramsTest {
  @Test
  void theBenchmarksCompile(@TempDir Path classes) throws Exception {
    Programs.assertCompile(Path.of("src/benchmark"), classes);
  }
}
