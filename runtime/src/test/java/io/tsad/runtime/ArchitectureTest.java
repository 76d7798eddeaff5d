package io.tsad.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.tsad.runtime.cli.CommandRunner;
import io.tsad.runtime.detect.cuda.CudaProvider;
import io.tsad.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final ModuleRules RUNTIME = new ModuleRules("io.tsad.runtime");

  @Test
  void theRuntimeKnowsNeitherTrainingNorWeb() {
    RUNTIME.knowsNothingOf(
        "io.tsad.dataset..",
        "io.tsad.trainer..",
        "io.tsad.dashboard..",
        "ai.djl..",
        "ai.onnx.proto..",
        "com.google.protobuf..",
        "io.javalin..");
  }

  @Test
  void packageArrowsPointOneWay() {
    RUNTIME.mayKnow("series");
    RUNTIME.mayKnow("model", "series");
    RUNTIME.mayKnow("evaluation", "model");
    RUNTIME.mayKnow("cache");
    RUNTIME.mayKnow("onnx", "model");
    RUNTIME.mayKnow("relevance");
    RUNTIME.mayKnow("detect.cuda");
    RUNTIME.mayKnow("detect.device", "detect.cuda", "onnx", "model");
    RUNTIME.mayKnow("detect.session", "detect.device", "cache", "onnx", "relevance", "model");
    RUNTIME.mayKnow("detect", "cache", "onnx", "relevance", "model", "series");
    RUNTIME.mayKnow("pipeline", "detect", "series");
    RUNTIME.mayKnow("doctor", "cache", "detect", "model", "series");
    RUNTIME.mayKnow("cli", "doctor");
    RUNTIME.mayKnow(
        "infer", "cli", "pipeline", "doctor", "detect", "relevance", "model", "series", "cache");
    RUNTIME.arrowsPointOneWay();
  }

  @Test
  void eachLibraryIsKnownWhereItIsNeeded() {
    RUNTIME.onlyIn("ai.onnxruntime..", "detect");
    RUNTIME.onlyIn("picocli..", "cli", "infer");
    RUNTIME.onlyIn("de.siegmar.fastcsv..", "series");
    RUNTIME.onlyIn("com.fasterxml.jackson..", "model", "evaluation", "cli", "infer");
  }

  @Test
  void onlyTheMainOfCommandsEndsTheProcess() {
    noClasses()
        .should()
        .callMethodWhere(
            describe("end the process outside CommandRunner.main", ArchitectureTest::endsProcess))
        .check(RUNTIME.classes());
  }

  private static boolean endsProcess(JavaMethodCall call) {
    boolean ends =
        (call.getTargetOwner().isEquivalentTo(System.class)
                || call.getTargetOwner().isEquivalentTo(Runtime.class))
            && (call.getName().equals("exit") || call.getName().equals("halt"));
    boolean allowed =
        call.getOriginOwner().isEquivalentTo(CommandRunner.class)
            && call.getOrigin().getName().equals("main");
    return ends && !allowed;
  }

  /** Added in another way it may pass a trial and fail when a model is opened. */
  @Test
  void cudaIsTriedAsItIsUsed() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(CudaProvider.class)
        .should()
        .callMethodWhere(
            describe("add CUDA outside CudaProvider", call -> call.getName().equals("addCUDA")))
        .check(RUNTIME.classes());
  }

  @Test
  void nothingStaticChanges() {
    RUNTIME.nothingStaticChanges();
  }

  @Test
  void classesAreNamedForWhatTheyDo() {
    RUNTIME.classesAreNamedForWhatTheyDo();
  }
}
