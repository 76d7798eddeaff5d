package io.tsad.dashboard;

import io.tsad.testing.Programs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing but this notices when a program beside the code no longer fits it. */
class ProgramsTest {
  @Test
  void theBenchmarksCompile(@TempDir Path classes) throws Exception {
    Programs.assertCompile(Path.of("src/benchmark"), classes);
  }

  @Test
  void whatTakesThePicturesOfTheDocsCompiles(@TempDir Path classes) throws Exception {
    Programs.assertCompile(Path.of("../docs"), classes);
  }
}
