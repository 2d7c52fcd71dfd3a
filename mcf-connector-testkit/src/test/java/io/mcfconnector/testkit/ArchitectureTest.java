// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.mcfconnector.testkit");

  @Test
  void testkit_always_knowsNoConnector() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.mcfconnector.tiktok..", "io.mcfconnector.amazon..")
        .check(CLASSES);
  }

  @Test
  void testkit_always_usesOnlyWhatHostsMayUse() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.mcfconnector.internal..", "io.mcfconnector.transport..")
        .check(CLASSES);
  }

  @Test
  void simulators_always_knowNothingOfEachOther() {
    slices().matching("io.mcfconnector.testkit.(*)..").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("io.mcfconnector.testkit.tiktok..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.mcfconnector.testkit.amazon..")
        .check(CLASSES);
  }

  @Test
  void packages_always_areNullMarked() {
    assertThat(CLASSES)
        .extracting(JavaClass::getPackage)
        .allSatisfy(
            javaPackage ->
                assertThat(javaPackage.isAnnotatedWith(NullMarked.class))
                    .as(javaPackage.getName())
                    .isTrue());
  }
}
