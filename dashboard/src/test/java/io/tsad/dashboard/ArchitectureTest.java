package io.tsad.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.tsad.testing.ModuleRules;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final ModuleRules DASHBOARD =
      new ModuleRules("io.tsad.dashboard", "io.tsad.runtime..", "io.tsad.dashboard.fault..");

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
    DASHBOARD.mayKnow("config");
    DASHBOARD.mayKnow("store");
    DASHBOARD.mayKnow("web");
    DASHBOARD.mayKnow("access", "web", "store");
    DASHBOARD.mayKnow("models");
    DASHBOARD.mayKnow("upload");
    DASHBOARD.mayKnow("history", "store");
    DASHBOARD.mayKnow("scoring", "history", "store", "models");
    DASHBOARD.mayKnow("intake", "scoring", "history", "models");
    DASHBOARD.mayKnow("webhook", "api", "web", "config", "history");
    DASHBOARD.mayKnow("plot");
    DASHBOARD.mayKnow("curves", "models");
    DASHBOARD.mayKnow("problems", "models", "curves", "scoring", "history", "store");
    DASHBOARD.mayKnow("api", BEHIND_THE_API);
    DASHBOARD.mayKnow("pages", with("api", BEHIND_THE_API));
    DASHBOARD.arrowsPointOneWay();
    noClasses()
        .that()
        .resideOutsideOfPackages("io.tsad.dashboard.command..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.tsad.dashboard.command..")
        .check(DASHBOARD.classes());
  }

  private static String[] with(String name, String... others) {
    return Stream.concat(Stream.of(name), Arrays.stream(others)).toArray(String[]::new);
  }

  @Test
  void theTrainerIsNoneOfItsBusiness() {
    DASHBOARD.knowsNothingOf(
        "io.tsad.trainer..", "io.tsad.dataset..", "ai.djl..", "ai.onnxruntime..");
  }

  @Test
  void eachLibraryIsKnownWhereItIsNeeded() {
    DASHBOARD.onlyIn("io.javalin..", "web", "api", "pages", "access", "server");
    DASHBOARD.onlyIn("org.eclipse.jetty..", "server");
    DASHBOARD.onlyIn("org.thymeleaf..", "pages");
    DASHBOARD.onlyIn("java.sql..", "store", "history", "access");
    DASHBOARD.onlyIn("io.micrometer..", "server");
    DASHBOARD.onlyIn("picocli..", "command");
    DASHBOARD.onlyIn("org.snakeyaml..", "api");
  }

  @Test
  void nothingStaticChanges() {
    DASHBOARD.nothingStaticChanges();
  }

  @Test
  void classesAreNamedForWhatTheyDo() {
    DASHBOARD.classesAreNamedForWhatTheyDo();
  }
}
