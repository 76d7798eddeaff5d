package io.tsad.dashboard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.tsad.dashboard";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** What programs ask for through the API, and people through pages. */
  private static final String[] BEHIND_THE_API = {
    "web",
    "config",
    "intake",
    "scoring",
    "history",
    "store",
    "models",
    "upload",
    "plot",
    "curves",
    "problems"
  };

  @Test
  void packageArrowsPointOneWay() {
    mayKnow("config");
    mayKnow("store");
    mayKnow("web");
    mayKnow("access", "web", "store");
    mayKnow("models");
    mayKnow("upload");
    mayKnow("history", "store");
    mayKnow("scoring", "history", "store", "models");
    mayKnow("intake", "scoring", "history", "models");
    mayKnow("webhook", "api", "web", "config", "history");
    mayKnow("plot");
    mayKnow("curves", "models");
    mayKnow("problems", "models", "curves", "scoring", "history", "store");
    mayKnow("api", BEHIND_THE_API);
    mayKnow("pages", with("api", BEHIND_THE_API));
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".command..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".command..")
        .check(CLASSES);
  }

  private static String[] with(String name, String... others) {
    return Stream.concat(Stream.of(name), Arrays.stream(others)).toArray(String[]::new);
  }

  private void mayKnow(String name, String... others) {
    String[] known =
        Stream.concat(
                Stream.of(ROOT + "." + name + "..", ROOT + ".fault..", "io.tsad.runtime.."),
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
  void theTrainerIsNoneOfItsBusiness() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.tsad.trainer..", "ai.djl..", "ai.onnxruntime..")
        .check(CLASSES);
  }

  @Test
  void eachLibraryIsKnownWhereItIsNeeded() {
    onlyIn("io.javalin..", "web", "api", "pages", "access", "server");
    onlyIn("org.eclipse.jetty..", "server");
    onlyIn("org.thymeleaf..", "pages");
    onlyIn("java.sql..", "store", "history", "access");
    onlyIn("io.micrometer..", "server");
    onlyIn("picocli..", "command");
    onlyIn("org.snakeyaml..", "api");
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
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  void classesAreNamedForWhatTheyDo() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper|Helpers)").check(CLASSES);
  }
}
