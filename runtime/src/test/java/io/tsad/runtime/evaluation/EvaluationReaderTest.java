package io.tsad.runtime.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.model.InvalidModelException;
import io.tsad.testing.Evaluations;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationReaderTest {
  @TempDir Path dir;
  private Path file = Path.of("");
  private final Evaluation written = Evaluations.evaluation();
  private final String text = EvaluationJson.text(written, Evaluations.BASELINES);

  @BeforeEach
  void write() throws Exception {
    file = Files.writeString(dir.resolve("evaluation.json"), text);
  }

  @Test
  void whatWasWrittenIsReadAsItWas() throws Exception {
    assertEquals(written, EvaluationReader.read(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version",
        "classes",
        "positive",
        "threshold",
        "accuracy",
        "auc",
        "bootstrap",
        "files",
        "label",
        "probability"
      })
  void aFileWithoutAFieldIsRefused(String field) throws Exception {
    Files.writeString(file, text.replace("\"" + field + "\"", "\"other\""));
    InvalidModelException e =
        assertThrows(InvalidModelException.class, () -> EvaluationReader.read(file));
    assertEquals(
        file
            + ": is not what tsad-train writes: it has no field "
            + field
            + "; train again, or remove the file",
        e.getMessage());
  }

  @Test
  void anotherVersionIsNamed() throws Exception {
    Files.writeString(file, text.replace("\"version\" : 1,", "\"version\" : 2,"));
    InvalidModelException e =
        assertThrows(InvalidModelException.class, () -> EvaluationReader.read(file));
    assertTrue(e.getMessage().contains("is of version 2, and this tsad reads version 1"));
  }

  @Test
  void garbageIsRefused() throws Exception {
    Files.writeString(file, "[1, 2");
    assertThrows(InvalidModelException.class, () -> EvaluationReader.read(file));
  }
}
