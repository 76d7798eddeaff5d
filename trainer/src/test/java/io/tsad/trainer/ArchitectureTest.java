package io.tsad.trainer;

import io.tsad.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final ModuleRules TRAINER =
      new ModuleRules("io.tsad.trainer", "io.tsad.runtime..", "io.tsad.dataset..");

  @Test
  void packageArrowsPointOneWay() {
    TRAINER.mayKnow("architecture");
    TRAINER.mayKnow("torch");
    TRAINER.mayKnow("tensorboard");
    TRAINER.mayKnow("baseline");
    TRAINER.mayKnow("evaluate");
    TRAINER.mayKnow("fit", "architecture");
    TRAINER.mayKnow("kernel", "architecture", "export", "fit");
    TRAINER.mayKnow("export", "architecture", "evaluate");
    TRAINER.mayKnow("doctor", "torch");
    TRAINER.mayKnow(
        "training",
        "architecture",
        "baseline",
        "evaluate",
        "export",
        "fit",
        "kernel",
        "tensorboard",
        "torch");
    TRAINER.mayKnow("benchmark", "architecture", "evaluate", "training");
    TRAINER.mayKnow(
        "command",
        "architecture",
        "benchmark",
        "doctor",
        "evaluate",
        "fit",
        "kernel",
        "torch",
        "training");
    TRAINER.arrowsPointOneWay();
  }

  @Test
  void eachLibraryIsKnownWhereItIsNeeded() {
    TRAINER.onlyIn(
        "ai.djl..",
        "fit",
        "kernel",
        "torch",
        "doctor",
        "training"); // so an architecture is plain data
    TRAINER.onlyIn("com.google.protobuf..", "export", "tensorboard");
    TRAINER.onlyIn("ai.onnx..", "export", "kernel", "tensorboard");
    TRAINER.onlyIn("picocli..", "command");
    TRAINER.onlyIn("org.knowm.xchart..", "evaluate");
  }

  @Test
  void theDashboardIsNoneOfItsBusiness() {
    TRAINER.knowsNothingOf("io.tsad.dashboard..", "io.javalin..");
  }

  @Test
  void nothingStaticChanges() {
    TRAINER.nothingStaticChanges();
  }

  @Test
  void classesAreNamedForWhatTheyDo() {
    TRAINER.classesAreNamedForWhatTheyDo();
  }
}
