// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.RefreshToken;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final String BASE = "io.mcfconnector";

  /** The platform of every package: Java itself and the annotations for null. */
  private static final Set<String> PLATFORM = Set.of("java", "javax.net.ssl", "org.jspecify");

  /** What each package may use beside itself and the platform; anything else is forbidden. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("model", Set.of()),
          Map.entry("time", Set.of()),
          Map.entry("error", Set.of(".model")),
          Map.entry(
              "validation",
              Set.of(".model", ".error", "com.anyascii", "com.google.i18n.phonenumbers")),
          Map.entry("event", Set.of(".model", ".error")),
          Map.entry(
              "spi",
              Set.of(
                  ".model", ".error", ".validation", ".event", "de.siegmar.fastcsv", "org.slf4j")),
          Map.entry("token", Set.of(".model", ".error", ".spi")),
          Map.entry("transform", Set.of(".model", ".error", ".validation", ".spi")),
          Map.entry("store", Set.of(".model", ".error", ".spi")),
          Map.entry(
              "transport",
              Set.of(
                  ".model",
                  ".error",
                  ".time",
                  "okhttp3",
                  "okio",
                  "com.squareup.moshi",
                  "dev.failsafe",
                  "io.github.bucket4j",
                  "org.slf4j")),
          Map.entry("internal.eligibility", Set.of(".model", ".error", ".validation", ".spi")),
          Map.entry(
              "internal",
              Set.of(
                  ".internal.eligibility",
                  ".model",
                  ".error",
                  ".validation",
                  ".event",
                  ".spi",
                  ".transform",
                  ".time",
                  "org.slf4j")),
          Map.entry(
              "",
              Set.of(
                  ".model",
                  ".error",
                  ".validation",
                  ".event",
                  ".spi",
                  ".transform",
                  ".store",
                  ".time",
                  ".internal",
                  ".internal.eligibility",
                  "org.slf4j")));

  private static final Set<Class<?>> PRIVATE_DATA =
      Set.of(Address.class, AccessToken.class, RefreshToken.class);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  static Stream<String> packages() {
    return CLASSES.stream().map(JavaClass::getPackageName).distinct().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyPackage_usesOnlyWhatItMay(String name) {
    Set<String> allowed =
        Objects.requireNonNull(MAY_USE.get(withoutBase(name)), "no rule for package " + name);

    classes()
        .that(
            DescribedPredicate.describe(
                "are in " + name, type -> type.getPackageName().equals(name)))
        .should(onlyDependOnClassesThat(areOneOf(name, allowed)))
        .check(CLASSES);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void publicTypes_showNoThirdPartyType() {
    classes()
        .that(
            DescribedPredicate.describe(
                "are seen by hosts",
                type -> isPublic(type) && !type.getPackageName().equals(BASE + ".transport")))
        .should(showOnlyOwnAndPlatformTypes())
        .check(CLASSES);
  }

  @Test
  void everyPackage_isNullMarked() {
    Set<String> unmarked =
        CLASSES.getPackage(BASE).getSubpackagesInTree().stream()
            .filter(found -> !found.getClasses().isEmpty())
            .filter(found -> !found.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unmarked).isEmpty();
    assertThat(CLASSES.getPackage(BASE).isAnnotatedWith(NullMarked.class)).isTrue();
  }

  /** What a host wants to hear of routing it hears as a listener. */
  @Test
  void routing_logsNothingAtInfo() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "logs at INFO",
                call ->
                    call.getTargetOwner().getFullName().startsWith("org.slf4j.")
                        && Set.of("info", "atInfo").contains(call.getTarget().getName())))
        .check(CLASSES);
  }

  @Test
  void recordsWithPrivateData_printThemselves() {
    classes()
        .that(
            DescribedPredicate.describe(
                "are records with an address or a token", ArchitectureTest::isPrivateRecord))
        .should(overrideToString())
        .check(CLASSES);
  }

  private static String withoutBase(String name) {
    return name.equals(BASE) ? "" : name.substring(BASE.length() + 1);
  }

  private static DescribedPredicate<JavaClass> areOneOf(String own, Set<String> allowed) {
    return DescribedPredicate.describe(
        "are in " + own + ", the platform or " + new TreeSet<>(allowed),
        type -> {
          String found = type.getBaseComponentType().getPackageName();
          return type.getBaseComponentType().isPrimitive()
              || found.equals(own)
              || PLATFORM.stream().anyMatch(root -> isIn(found, root))
              || allowed.stream()
                  .anyMatch(
                      root -> root.startsWith(".") ? found.equals(BASE + root) : isIn(found, root));
        });
  }

  private static boolean isIn(String name, String root) {
    return name.equals(root) || name.startsWith(root + ".");
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isPublic).orElse(true);
  }

  private static boolean isPrivateRecord(JavaClass type) {
    return type.isRecord()
        && type.getFields().stream()
            .flatMap(field -> field.getAllInvolvedRawTypes().stream())
            .anyMatch(part -> PRIVATE_DATA.stream().anyMatch(part::isEquivalentTo));
  }

  private static ArchCondition<JavaClass> showOnlyOwnAndPlatformTypes() {
    return new ArchCondition<>("show only own types and those of Java") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaClass> ancestors =
            Stream.concat(
                type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
        ancestors
            .filter(shown -> isForeign(shown))
            .forEach(shown -> report(type.getName(), shown, events));
        for (JavaMember member : type.getMembers()) {
          if (member.getModifiers().contains(JavaModifier.PUBLIC)
              || member.getModifiers().contains(JavaModifier.PROTECTED)) {
            typesOf(member)
                .filter(shown -> isForeign(shown))
                .forEach(shown -> report(member.getFullName(), shown, events));
          }
        }
      }

      private void report(String where, JavaClass shown, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(shown, where + " shows " + shown.getName()));
      }
    };
  }

  private static Stream<JavaClass> typesOf(JavaMember member) {
    if (member instanceof JavaField field) {
      return field.getAllInvolvedRawTypes().stream();
    }
    JavaCodeUnit unit = (JavaCodeUnit) member;
    return Stream.concat(
        unit.getAllInvolvedRawTypes().stream(),
        unit.getExceptionTypes().stream().map(thrown -> thrown.toErasure()));
  }

  private static boolean isForeign(JavaClass type) {
    String found = type.getBaseComponentType().getPackageName();
    return !type.getBaseComponentType().isPrimitive() && !isIn(found, "java") && !isIn(found, BASE);
  }

  private static ArchCondition<JavaClass> overrideToString() {
    return new ArchCondition<>("override toString") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        // The compiler's own toString of a record is one invokedynamic without visible accesses.
        boolean own =
            type.tryGetMethod("toString").map(JavaMethod::getAccessesFromSelf).stream()
                .anyMatch(accesses -> !accesses.isEmpty());
        if (!own) {
          events.add(
              SimpleConditionEvent.violated(type, type.getName() + " prints all its components"));
        }
      }
    };
  }
}
