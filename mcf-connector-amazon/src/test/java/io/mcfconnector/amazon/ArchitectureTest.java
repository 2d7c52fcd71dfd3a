// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

  private static final String BASE = "io.mcfconnector.amazon";
  private static final List<String> OUR_OWN = List.of("java.", "io.mcfconnector.");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void awsSdk_isUsedInAuthOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".auth")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .check(MAIN);
  }

  @Test
  void amazon_knowsNoSalesChannel() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.mcfconnector.tiktok..", "io.mcfconnector.internal..")
        .check(MAIN);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void root_isUsedByNobodyBelow() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE)
        .check(MAIN);
  }

  @Test
  void publicSignatures_holdNoForeignAndNoInternalTypes() {
    classes()
        .that()
        .arePublic()
        .and()
        .resideOutsideOfPackage(BASE + ".internal..")
        .should(haveSignaturesThatHostsUnderstand())
        .check(MAIN);
  }

  @Test
  void packages_areNullMarked() {
    List<String> packages =
        MAIN.stream().map(JavaClass::getPackageName).distinct().sorted().toList();

    assertThat(packages).contains(BASE, BASE + ".auth", BASE + ".internal.v20260704");
    for (String name : packages) {
      assertThat(MAIN.getPackage(name).isAnnotatedWith(NullMarked.class)).as(name).isTrue();
    }
  }

  private static ArchCondition<JavaClass> haveSignaturesThatHostsUnderstand() {
    return new ArchCondition<>("have signatures that hosts understand") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getCodeUnits().stream()
            .filter(HasModifiers.Predicates.modifier(JavaModifier.PUBLIC))
            .flatMap(
                unit -> types(unit).filter(t -> !understood(unit, t)).map(t -> unit + " has " + t))
            .forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
      }
    };
  }

  private static Stream<String> types(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .filter(type -> !type.isPrimitive())
        .map(JavaClass::getName);
  }

  private static boolean understood(JavaCodeUnit unit, String type) {
    boolean ours = OUR_OWN.stream().anyMatch(type::startsWith) && !type.contains(".internal.");
    // The one exception: a host may share its HTTP client.
    return ours || (type.equals("okhttp3.OkHttpClient") && unit.getName().equals("httpClient"));
  }
}
