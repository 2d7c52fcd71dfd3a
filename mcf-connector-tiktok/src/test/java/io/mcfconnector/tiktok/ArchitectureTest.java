// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String BASE = "io.mcfconnector.tiktok";
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
            "javax.crypto..",
            "org.jspecify.annotations",
            "org.slf4j",
            "okhttp3",
            "okio",
            "com.squareup.moshi",
            "io.mcfconnector.model",
            "io.mcfconnector.error",
            "io.mcfconnector.spi",
            "io.mcfconnector.store",
            "io.mcfconnector.time",
            "io.mcfconnector.token",
            "io.mcfconnector.transport",
            BASE + "..")
        .check(MODULE);
  }

  @Test
  void module_neverSeesAmazon() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.mcfconnector.amazon..")
        .check(MODULE);
  }

  @Test
  void typedApis_doNotSeeEachOther() {
    Set<String> apis =
        Set.of(
            "authorization",
            "order",
            "fulfillment",
            "logistics",
            "product",
            "cancellation",
            "returns",
            "event");
    for (String api : apis) {
      String[] others =
          apis.stream()
              .filter(other -> !other.equals(api))
              .map(other -> BASE + "." + other)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(BASE + "." + api)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(MODULE);
    }
  }

  @Test
  void publicSignatures_nameNoThirdPartyAndNoInternalType() {
    Set<String> leaks = new TreeSet<>();
    for (JavaClass type : MODULE) {
      if (!type.getModifiers().contains(JavaModifier.PUBLIC) || isInternal(type)) {
        continue;
      }
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        if (unit.getModifiers().contains(JavaModifier.PUBLIC)) {
          unit.getAllInvolvedRawTypes().stream()
              .map(JavaClass::getBaseComponentType)
              .filter(involved -> !isHostFacing(involved))
              .forEach(involved -> leaks.add(unit.getFullName() + ": " + involved.getName()));
        }
      }
    }

    assertThat(leaks)
        .singleElement()
        .asString()
        .endsWith(
            "TikTokShopClient$Builder.httpClient(okhttp3.OkHttpClient): okhttp3.OkHttpClient");
  }

  @Test
  void everyPackage_isNullMarked() {
    Set<String> unmarked =
        MODULE.stream()
            .map(JavaClass::getPackage)
            .filter(found -> !found.isAnnotatedWith(NullMarked.class))
            .map(found -> found.getName())
            .collect(Collectors.toSet());

    assertThat(unmarked).isEmpty();
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

  private static boolean isInternal(JavaClass type) {
    return type.getPackageName().startsWith(BASE + ".internal");
  }

  private static boolean isHostFacing(JavaClass type) {
    return type.isPrimitive()
        || type.getPackageName().startsWith("java.")
        || (type.getPackageName().startsWith("io.mcfconnector.") && !isInternal(type));
  }
}
