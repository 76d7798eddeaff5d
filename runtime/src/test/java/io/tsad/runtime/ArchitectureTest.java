package io.tsad.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tsad.runtime.cli.CommandRunner;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.tsad.runtime";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void theRuntimeKnowsNeitherTrainingNorWeb() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.tsad.trainer..",
            "io.tsad.dashboard..",
            "ai.djl..",
            "ai.onnx.proto..",
            "com.google.protobuf..",
            "io.javalin..")
        .check(CLASSES);
  }

  @Test
  void packageArrowsPointOneWay() {
    mayKnow("series");
    mayKnow("model", "series");
    mayKnow("cache");
    mayKnow("onnx", "model");
    mayKnow("relevance");
    mayKnow("detect", "model", "series", "cache", "onnx", "relevance");
    mayKnow("pipeline", "detect", "series");
    mayKnow("doctor", "cache", "detect", "model", "series");
    mayKnow("command", "pipeline", "doctor", "detect", "relevance", "model", "series", "cache");
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .dependOnClassesThat(resideInAPackage("io.tsad..").and(not(resideInAPackage(ROOT))))
        .check(CLASSES);
  }

  private void mayKnow(String name, String... others) {
    String[] known =
        Stream.concat(
                Stream.of(ROOT, ROOT + "." + name + ".."),
                Arrays.stream(others).map(other -> ROOT + "." + other + ".."))
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat(resideInAPackage("io.tsad..").and(not(resideInAnyPackage(known))))
        .check(CLASSES);
  }

  @Test
  void eachLibraryIsKnownWhereItIsNeeded() {
    onlyIn("ai.onnxruntime..", "detect");
    onlyIn("picocli..", "command");
    onlyIn("de.siegmar.fastcsv..", "series");
    onlyIn("com.fasterxml.jackson..", "model", "command");
  }

  private void onlyIn(String library, String... packages) {
    String[] homes =
        Arrays.stream(packages).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void onlyTheMainOfCommandsEndsTheProcess() {
    noClasses()
        .should()
        .callMethodWhere(
            describe("end the process outside CommandRunner.main", ArchitectureTest::endsProcess))
        .check(CLASSES);
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

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            resideInAPackage("java.util.concurrent..")
                .or(
                    describe(
                        "a mutable holder",
                        type ->
                            type.isAssignableTo(ThreadLocal.class)
                                || type.isAssignableTo(StringBuilder.class)
                                || type.isAssignableTo(java.util.Random.class))))
        .check(CLASSES);
  }

  @Test
  void classesAreNamedForWhatTheyDo() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper|Helpers)").check(CLASSES);
  }
}
