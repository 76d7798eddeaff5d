package io.tsad.dataset;

import io.tsad.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final ModuleRules DATASET =
      new ModuleRules("io.tsad.dataset", "io.tsad.runtime..");

  @Test
  void itKnowsNeitherTrainingNorScoringNorWeb() {
    DATASET.knowsNothingOf(
        "io.tsad.trainer..",
        "io.tsad.dashboard..",
        "io.tsad.runtime.detect..",
        "io.tsad.runtime.pipeline..",
        "ai.djl..",
        "ai.onnxruntime..",
        "ai.onnx.proto..",
        "io.javalin..");
  }

  @Test
  void packageArrowsPointOneWay() {
    DATASET.mayKnow("staging");
    DATASET.mayKnow("folder", "staging");
    DATASET.mayKnow("generate", "folder");
    DATASET.mayKnow("importers", "folder");
    DATASET.mayKnow("inspect", "folder");
    DATASET.mayKnow("command", "folder", "generate", "importers", "inspect");
    DATASET.arrowsPointOneWay();
  }

  @Test
  void eachLibraryIsKnownWhereItIsNeeded() {
    DATASET.onlyIn("picocli..", "command");
    DATASET.onlyIn("com.fasterxml.jackson..", "importers", "inspect");
    DATASET.onlyIn("de.siegmar.fastcsv..", "folder", "importers");
  }

  @Test
  void nothingStaticChanges() {
    DATASET.nothingStaticChanges();
  }

  @Test
  void classesAreNamedForWhatTheyDo() {
    DATASET.classesAreNamedForWhatTheyDo();
  }
}
