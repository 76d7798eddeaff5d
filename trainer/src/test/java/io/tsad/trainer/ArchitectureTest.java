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
    TRAINER.mayKnow("threshold");
    TRAINER.mayKnow("report", "threshold");
    TRAINER.mayKnow("backpropagation", "architecture");
    TRAINER.mayKnow("kernel", "architecture", "export", "backpropagation");
    TRAINER.mayKnow("export", "architecture", "threshold");
    TRAINER.mayKnow("doctor", "torch");
    TRAINER.mayKnow(
        "training",
        "architecture",
        "baseline",
        "export",
        "backpropagation",
        "kernel",
        "report",
        "tensorboard",
        "threshold",
        "torch");
    TRAINER.mayKnow("benchmark", "architecture", "training");
    TRAINER.mayKnow(
        "command",
        "architecture",
        "benchmark",
        "doctor",
        "backpropagation",
        "kernel",
        "report",
        "threshold",
        "torch",
        "training");
    TRAINER.arrowsPointOneWay();
  }

  @Test
  void eachLibraryIsKnownWhereItIsNeeded() {
    TRAINER.onlyIn(
        "ai.djl..",
        "backpropagation",
        "kernel",
        "torch",
        "doctor",
        "training"); // so an architecture is plain data
    TRAINER.onlyIn("com.google.protobuf..", "export", "tensorboard");
    TRAINER.onlyIn("ai.onnx..", "export", "kernel", "tensorboard");
    TRAINER.onlyIn("picocli..", "command");
    TRAINER.onlyIn("org.knowm.xchart..", "report");
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
