package io.tsad.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Programs in one file, which {@code java FILE.java} runs and no build compiles. */
public final class Programs {
  private Programs() {}

  /** Compiles each file of {@code folder} by itself, against what the test may use. */
  public static void assertCompile(Path folder, Path classes) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    assertFalse(files.isEmpty(), folder + " has no program");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    for (Path file : files) {
      StringWriter said = new StringWriter();
      try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
        boolean compiles =
            compiler
                .getTask(
                    said,
                    manager,
                    null,
                    List.of(
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path")),
                    null,
                    manager.getJavaFileObjects(file))
                .call();
        assertTrue(compiles, file + "\n" + said);
      }
    }
  }
}
