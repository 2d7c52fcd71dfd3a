// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String BASE = "io.mcfconnector.spring";
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void module_usesNothingInternal() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.sql",
            "org.jspecify.annotations",
            "org.springframework..",
            "io.micrometer.core.instrument",
            "io.mcfconnector",
            "io.mcfconnector.model",
            "io.mcfconnector.error",
            "io.mcfconnector.event",
            "io.mcfconnector.spi",
            "io.mcfconnector.validation",
            "io.mcfconnector.tiktok",
            "io.mcfconnector.amazon",
            "io.mcfconnector.jdbc",
            "io.mcfconnector.micrometer",
            BASE)
        .check(MODULE);
  }

  /** An application without actuator or Micrometer must be able to load everything else. */
  @Test
  void optionalLibraries_stayInTheClassesThatNeedThem() {
    onlyIn("org.springframework.boot.health..", "McfHealthAutoConfiguration|RouterHealthIndicator");
    onlyIn("org.springframework.boot.actuate..", "McfSanitizingAutoConfiguration");
    onlyIn("io.micrometer..", "McfMetricsAutoConfiguration");
    onlyIn("io.mcfconnector.micrometer..", "McfMetricsAutoConfiguration");
  }

  private static void onlyIn(String library, String classes) {
    noClasses()
        .that()
        .haveNameNotMatching(BASE.replace(".", "\\.") + "\\.(" + classes + ")(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(MODULE);
  }

  @Test
  void publicTypes_areThoseOfTheApi() {
    assertThat(MODULE.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
        .extracting(JavaClass::getSimpleName)
        .containsExactlyInAnyOrder("McfAutoConfiguration", "OrderRouterCustomizer");
  }

  @Test
  void everyPackage_isNullMarked() {
    assertThat(MODULE.stream().map(JavaClass::getPackage).distinct())
        .allMatch(found -> found.isAnnotatedWith(NullMarked.class));
  }
}
