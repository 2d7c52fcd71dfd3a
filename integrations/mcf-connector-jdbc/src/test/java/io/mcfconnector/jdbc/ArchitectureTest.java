// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String BASE = "io.mcfconnector.jdbc";
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void module_usesOnlyCoreAndItsLibraries() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.sql..",
            "org.jspecify.annotations",
            "org.slf4j..",
            "com.squareup.moshi",
            "okio",
            "com.google.crypto.tink..",
            "com.github.kagkarlsson..",
            "io.mcfconnector.model",
            "io.mcfconnector.error",
            "io.mcfconnector.spi",
            BASE + "..")
        .check(MODULE);
  }

  @Test
  void libraries_stayInTheClassesThatNeedThem() {
    onlyIn("com.squareup.moshi", "StoredPart");
    onlyIn("okio", "StoredPart");
    onlyIn("com.google.crypto.tink", "DataKey|AesGcmCipher");
    // A host without it must be able to load everything else.
    onlyIn("com.github.kagkarlsson", "Cluster\\w*|\\w*Task\\w*|DatabaseClock");
  }

  private static void onlyIn(String library, String classes) {
    noClasses()
        .that()
        .haveNameNotMatching(BASE.replace(".", "\\.") + "\\.(" + classes + ")(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .check(MODULE);
  }

  @Test
  void publicSignatures_nameOnlyWhatHostsHave() {
    Set<String> leaks = new TreeSet<>();
    for (JavaClass type : MODULE) {
      if (isPublic(type)) {
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (unit.getModifiers().contains(JavaModifier.PUBLIC)) {
            unit.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .filter(involved -> !isHostFacing(involved))
                .forEach(involved -> leaks.add(unit.getFullName() + ": " + involved.getName()));
          }
        }
      }
    }

    assertThat(leaks).isEmpty();
  }

  @Test
  void publicTypes_areThoseOfTheApi() {
    assertThat(MODULE.stream().filter(ArchitectureTest::isPublic))
        .extracting(JavaClass::getSimpleName)
        .containsExactlyInAnyOrder(
            "JdbcDatabase",
            "DatabaseInUseException",
            "DataCipher",
            "Sealed",
            "DataKey",
            "ClusterTaskScheduler");
  }

  @Test
  void classes_arePublicOnlyWhenFinal() {
    classes()
        .that()
        .arePublic()
        .and()
        .areNotInterfaces()
        .should(
            be(
                DescribedPredicate.describe(
                    "final", type -> type.getModifiers().contains(JavaModifier.FINAL))))
        .check(MODULE);
  }

  @Test
  void everyPackage_isNullMarked() {
    assertThat(MODULE.stream().map(JavaClass::getPackage).distinct())
        .allMatch(found -> found.isAnnotatedWith(NullMarked.class));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isPublic).orElse(true);
  }

  private static boolean isHostFacing(JavaClass type) {
    return type.isPrimitive()
        || type.getPackageName().startsWith("java.")
        || type.getPackageName().equals("javax.sql")
        || (isPublic(type) && type.getPackageName().startsWith("io.mcfconnector."));
  }
}
