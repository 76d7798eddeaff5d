package io.tsad.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.tsad.trainer";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesFormNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void fittingKnowsNothingOfWhatComesAfterIt() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".fit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".export..", ROOT + ".evaluate..", ROOT + ".command..")
        .check(CLASSES);
  }

  @Test
  void eachLibraryIsKnownWhereItIsNeeded() {
    onlyIn(
        "ai.djl..",
        "fit",
        "kernel",
        "torch",
        "doctor",
        "training"); // so an architecture is plain data
    onlyIn("com.google.protobuf..", "export", "tensorboard");
    onlyIn("ai.onnx..", "export", "tensorboard");
    onlyIn("picocli..", "command");
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
  void theDashboardIsNoneOfItsBusiness() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.tsad.dashboard..", "io.javalin..")
        .check(CLASSES);
  }
}
