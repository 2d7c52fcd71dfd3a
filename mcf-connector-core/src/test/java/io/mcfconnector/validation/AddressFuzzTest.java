// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Address;
import io.mcfconnector.validation.AddressChange.Kind;
import java.text.Normalizer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.ListArbitrary;
import org.junit.jupiter.api.Assertions;

class AddressFuzzTest {

  private static final Set<String> COUNTRIES =
      Set.of("US", "CA", "MX", "GB", "DE", "FR", "IT", "ES", "NL", "JP");

  private static final Pattern UNTIDY = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]|^ | $|  ");

  /** The most that a hostile address may cost; a thousandth of it is usual. */
  private static final Duration BOUND = Duration.ofSeconds(2);

  private final AddressNormalizer normalizer = new AddressNormalizer();
  private final AddressValidator validator = new AddressValidator(COUNTRIES, Set.of());

  @Property(edgeCases = EdgeCasesMode.NONE)
  void normalize_anyAddress_isDoneAtOnceInAmazonsCharacters(@ForAll("addresses") Address address) {
    Address once = normalizer.normalize(address).address();
    NormalizedAddress twice = normalizer.normalize(once);

    assertThat(twice.address()).isEqualTo(once);
    assertThat(twice.changes()).isEmpty();
    boolean ownScript = once.countryCode().equals("JP");
    for (AddressPart part : AddressPart.values()) {
      String text = part.of(once);
      assertThat(UNTIDY.matcher(text).find()).as(part.label()).isFalse();
      assertThat(ownScript || text.chars().allMatch(letter -> letter <= 0xFF)).isTrue();
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void normalize_anyAddress_listsWhatItChangesAndFitsAmazonIfValid(
      @ForAll("addresses") Address address) {
    NormalizedAddress normalized = normalizer.normalize(address);

    for (AddressPart part : AddressPart.values()) {
      Set<Kind> kinds = EnumSet.noneOf(Kind.class);
      normalized.changes().stream()
          .filter(change -> change.part().equals(part.label()))
          .forEach(change -> kinds.add(change.kind()));
      String given = part.of(address);
      String sent = part.of(normalized.address());
      if (kinds.isEmpty()) {
        assertThat(sent).isEqualTo(given);
      }
      if (Set.of(Kind.INVISIBLE_REMOVED, Kind.BLANKS_COLLAPSED, Kind.COMPOSED).containsAll(kinds)) {
        assertThat(letters(sent)).isEqualTo(letters(given));
      }
    }
    if (validator.validate(address).isEmpty()) {
      for (AddressPart part : AddressPart.values()) {
        assertThat(part.of(normalized.address()))
            .hasSizeLessThanOrEqualTo(part.limit())
            .doesNotContain("*");
      }
    }
  }

  @Example
  void validate_longHostileText_takesBoundedTime() {
    for (String unit :
        List.of(
            "a",
            " ",
            "P.O. ",
            "po box",
            "p o b ",
            "....",
            "#",
            "Apt ",
            "1",
            "+1",
            "\u202E",
            "\uD83D\uDE00",
            "\u0301",
            "\u0000",
            "\uD800",
            "<b>",
            "\uFDFA",
            "-",
            "(",
            "x1")) {
      String text = unit.repeat(10_000 / unit.length());
      for (String country : List.of("US", "GB", "JP", text)) {
        Address address = new Address(text, text, text, text, text, text, text, country, text);

        Assertions.assertTimeout(BOUND, () -> validator.validate(address));
      }
    }
  }

  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .chars()
        .filter(letter -> letter > ' ' && letter < 127)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Provide
  Arbitrary<Address> addresses() {
    Arbitrary<String> part =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(40),
            Arbitraries.strings()
                .withChars(
                    "abc 019-#/.,'\u200b\u202e\u00e9\u0301\t\n\u0141\u5f20\u2605\ud83d\ude00")
                .ofMaxLength(80),
            words(
                    "P.O.",
                    "Post Office",
                    "Box",
                    "PO",
                    "12",
                    "Apt",
                    "#4",
                    "Boulevard",
                    "Finch",
                    "Unit")
                .ofMaxSize(30)
                .map(words -> String.join(" ", words)),
            Arbitraries.of(
                "",
                " ",
                "N/A",
                "Texas",
                "TX",
                "78701",
                "787011234",
                "(+1)5125550147",
                "AE",
                "APO",
                "a.p.o.",
                "09012",
                "Ontario",
                "k1p1j1",
                "sw1a1aa",
                "bfpo61",
                "D-80331",
                "1012ab",
                "\u3012100-0001",
                "5125550147 x1234567",
                "\u00ff\u00df"));
    Arbitrary<String> country =
        Arbitraries.oneOf(
            Arbitraries.of("US", "us", "USA"),
            Arbitraries.of(COUNTRIES.stream().sorted().toList()),
            part);
    return Combinators.combine(part, part, part, part, part, part, part, country)
        .flatAs(
            (name, line1, line2, line3, city, state, postalCode, code) ->
                part.map(
                    phone ->
                        new Address(
                            name, line1, line2, line3, city, state, postalCode, code, phone)));
  }

  private static ListArbitrary<String> words(String... words) {
    return Arbitraries.of(words).list();
  }
}
