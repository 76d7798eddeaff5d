package io.tsad.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What holds in every module, said of the packages below one root. */
public final class ModuleRules {
  private final String root;
  private final JavaClasses classes;
  private final List<String> below;

  /**
   * @param root the module's package, such as {@code io.tsad.trainer}
   * @param below packages of other modules that each of its packages may know, such as {@code
   *     io.tsad.runtime..}
   */
  public ModuleRules(String root, String... below) {
    this.root = root;
    this.below = List.of(below);
    this.classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
  }

  /** The module's classes, without tests. */
  public JavaClasses classes() {
    return classes;
  }

  /** A package, and those in it, know no others of tsad than these, its root, and those below. */
  public void mayKnow(String name, String... others) {
    List<String> known = new ArrayList<>(below);
    known.add(root);
    known.add(root + "." + name + "..");
    Arrays.stream(others).map(other -> root + "." + other + "..").forEach(known::add);
    noClasses()
        .that()
        .resideInAPackage(root + "." + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.tsad..")
                .and(not(resideInAnyPackage(known.toArray(String[]::new)))))
        .check(classes);
  }

  /** Packages form no cycles, and what lies in the root knows none of them. */
  public void arrowsPointOneWay() {
    slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
    noClasses()
        .that()
        .resideInAPackage(root)
        .should()
        .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAPackage(root))))
        .allowEmptyShould(true)
        .check(classes);
  }

  /** Nothing of the module depends on any of these packages. */
  public void knowsNothingOf(String... packages) {
    noClasses().should().dependOnClassesThat().resideInAnyPackage(packages).check(classes);
  }

  /** Only these packages of the module depend on a library. */
  public void onlyIn(String library, String... packages) {
    List<String> homes = new ArrayList<>();
    Collections.addAll(homes, packages);
    homes.replaceAll(name -> root + "." + name + "..");
    noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(classes);
  }

  /** No static state: neither fields that are set again nor objects that change. */
  public void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(classes);
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
        .check(classes);
  }

  /** No class is named for being of some use. */
  public void classesAreNamedForWhatTheyDo() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper|Helpers)").check(classes);
  }
}
