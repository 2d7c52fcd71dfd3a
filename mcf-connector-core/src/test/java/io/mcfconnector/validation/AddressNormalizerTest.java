// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import static io.mcfconnector.validation.Addresses.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Address;
import io.mcfconnector.validation.AddressChange.Kind;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressNormalizerTest {

  private static final int RANDOM_ADDRESSES = 3_000;

  private final AddressNormalizer normalizer = new AddressNormalizer();

  @Test
  void normalize_tidyAddress_changesNothing() {
    NormalizedAddress normalized = normalizer.normalize(VALID);

    assertThat(normalized.address()).isEqualTo(VALID);
    assertThat(normalized.changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "California | CA",
        "new york | NY",
        "NEW  MEXICO | NM",
        "ca | CA",
        "N.Y. | NY",
        "US-TX | TX",
        "District of Columbia | DC",
        "Washington, D.C. | DC",
        "Washington | WA",
        "Puerto Rico | PR",
        "U.S. Virgin Islands | VI",
        "Virgin Islands | VI",
        "Guam | GU",
        "Northern Mariana Islands | MP",
        "American Samoa | AS",
        "Armed Forces Americas | AA",
        "Armed Forces Europe | AE",
        "Armed Forces Pacific | AP",
        "ap | AP",
        "Bavaria | Bavaria",
        "ZZ | ZZ",
        "zz | zz",
        "C*** | C***"
      })
  void normalize_usState_givesOfficialCodeOrLeavesText(String text, String expected) {
    Address address = VALID.toBuilder().stateOrRegion(text).build();

    assertThat(normalizer.normalize(address).address().stateOrRegion()).isEqualTo(expected);
  }

  @Test
  void normalize_stateWhereNoCodesAreNeeded_staysAsItIs() {
    Address address = VALID.toBuilder().countryCode("AU").stateOrRegion("Victoria").build();

    assertThat(normalizer.normalize(address).changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "62701, 62701",
    "62701-1234, 62701-1234",
    "627011234, 62701-1234",
    "62701 1234, 62701-1234",
    "62701 - 1234, 62701-1234",
    "62701-, 62701",
    "6270, 6270",
    "62701-12, 62701-12",
    "9****, 9****",
    "K1A 0B1, K1A 0B1"
  })
  void normalize_usPostalCode_givesUsualForm(String text, String expected) {
    Address address = VALID.toBuilder().postalCode(text).build();

    assertThat(normalizer.normalize(address).address().postalCode()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(+1)2175550100 | +12175550100",
        "(+1)217-555-0100 | +12175550100",
        "(+1) 217 555 0100 | +12175550100",
        "(+44)20 7946 0100 | +442079460100",
        "(+1)217-555-0100 ext 7 | +12175550100 x7",
        "(+1)217-555-0100 ext 1234567 | +12175550100",
        "(+1)217-***-0100 | (+1)217-***-0100",
        "217-555-0100 | +12175550100",
        "0000000000 | ''",
        "call me | ''",
        "(+1) | ''",
        "'' | ''"
      })
  void normalize_phone_givesInternationalFormOrNone(String text, String expected) {
    Address address = VALID.toBuilder().phone(text).build();

    assertThat(normalizer.normalize(address).address().phone()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"us, US", "USA, US", "United States, US", "ca, CA", "Atlantis, Atlantis", "'', ''"})
  void normalize_country_givesCode(String text, String expected) {
    Address address = VALID.toBuilder().countryCode(text).build();

    assertThat(normalizer.normalize(address).address().countryCode()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  12 Sample   Street ",
        "12 Sample\nStreet",
        "12\tSample\r\nStreet",
        "12\u00A0Sample\u2003Street",
        "12\u0085Sample\u2028Street",
        "12 Sam\u200Bple Street",
        "\uFEFF12 Sample Street",
        "\u202E12 Sample\u202C Street",
        "12 \u0000Sample\u0007 Street",
        "12 Sample \u3164 Street",
        "12 Sample\u00AD Street",
        "12 Sam\uD800ple Street"
      })
  void normalize_invisibleCharactersAndBlanks_areTidied(String line) {
    Address address = VALID.toBuilder().line1(line).build();

    assertThat(normalizer.normalize(address).address().line1()).isEqualTo("12 Sample Street");
  }

  @Test
  void normalize_decomposedLetters_areComposed() {
    Address address = VALID.toBuilder().city("Can\u0303on City").build();

    NormalizedAddress normalized = normalizer.normalize(address);

    assertThat(normalized.address().city()).isEqualTo("Ca\u00F1on City");
    assertThat(normalized.changes()).containsExactly(new AddressChange("city", Kind.COMPOSED));
  }

  @Test
  void normalize_lettersOutsideLatin_areTransliteratedAndEmojiDropped() {
    Address address =
        VALID.toBuilder().name("\u0141ucja Example").city("Springfield \uD83D\uDE00").build();

    NormalizedAddress normalized = normalizer.normalize(address);

    assertThat(normalized.address())
        .isEqualTo(VALID.toBuilder().name("Lucja Example").city("Springfield").build());
    assertThat(normalized.changes())
        .containsExactly(
            new AddressChange("name", Kind.TRANSLITERATED),
            new AddressChange("city", Kind.DROPPED),
            new AddressChange("city", Kind.BLANKS_COLLAPSED));
  }

  @Test
  void normalize_kindsOfPlaces_areTold() {
    Address box = VALID.toBuilder().line1("p.o. box 12").stateOrRegion("Guam").build();
    Address military = VALID.toBuilder().city("A.P.O.").stateOrRegion("AE").build();

    assertThat(normalizer.normalize(VALID).traits()).isEmpty();
    assertThat(normalizer.normalize(box).traits())
        .containsExactlyInAnyOrder(AddressTrait.PO_BOX, AddressTrait.US_TERRITORY);
    assertThat(normalizer.normalize(military).traits()).containsExactly(AddressTrait.MILITARY);
  }

  @Test
  void normalize_untidyAddress_namesChangesWithoutValues() {
    Address address =
        VALID.toBuilder()
            .line1("12  Sample\u200B Street")
            .stateOrRegion("Illinois")
            .postalCode("627011234")
            .countryCode("us")
            .phone("(+1)2175550100")
            .build();

    NormalizedAddress normalized = normalizer.normalize(address);

    assertThat(normalized.changes())
        .containsExactly(
            new AddressChange("countryCode", Kind.UPPER_CASED),
            new AddressChange("line1", Kind.INVISIBLE_REMOVED),
            new AddressChange("line1", Kind.BLANKS_COLLAPSED),
            new AddressChange("stateOrRegion", Kind.NAME_TO_CODE),
            new AddressChange("postalCode", Kind.REFORMED),
            new AddressChange("phone", Kind.REFORMED));
    assertThat(normalized.toString())
        .contains("stateOrRegion NAME_TO_CODE")
        .doesNotContain("Sample", "Illinois", "62701", "555");
  }

  @Test
  void normalize_longFirstLineAndEmptySecond_movesWordsOn() {
    String line = "4120 North Harbor Finch Boulevard of the Old Mariners, Building Seven West";
    Address address = VALID.toBuilder().line1(line).line2("").build();

    NormalizedAddress normalized = normalizer.normalize(address);

    assertThat(normalized.address().line1())
        .isEqualTo("4120 North Harbor Finch Boulevard of the Old Mariners,");
    assertThat(normalized.address().line2()).isEqualTo("Building Seven West");
    assertThat(normalized.changes())
        .containsExactly(
            new AddressChange("line1", Kind.MOVED), new AddressChange("line2", Kind.MOVED));
  }

  @Test
  void normalize_longFirstLineAndShortSecond_keepsSecondApart() {
    Address address =
        VALID.toBuilder()
            .line1("4120 North Harbor Finch Boulevard of the Old Mariners, Building Seven West")
            .line2("Apt 4")
            .build();

    Address normalized = normalizer.normalize(address).address();

    assertThat(List.of(normalized.line1(), normalized.line2(), normalized.line3()))
        .containsExactly(
            "4120 North Harbor Finch Boulevard of the Old Mariners,",
            "Building Seven West",
            "Apt 4");
  }

  @Test
  void normalize_threeLinesWithLittleRoom_flowTogether() {
    Address address =
        VALID.toBuilder()
            .line1("4120 North Harbor Finch Boulevard of the Old Mariners, Building Seven West")
            .line2("Apt 4")
            .line3("Ring twice")
            .build();

    Address normalized = normalizer.normalize(address).address();

    assertThat(List.of(normalized.line1(), normalized.line2(), normalized.line3()))
        .containsExactly(
            "4120 North Harbor Finch Boulevard of the Old Mariners,",
            "Building Seven West Apt 4 Ring twice",
            "");
  }

  @Test
  void normalize_lineOfExactlyTheLimit_stays() {
    Address address = VALID.toBuilder().line1("1 " + "a".repeat(58)).build();

    assertThat(normalizer.normalize(address).changes()).isEmpty();
  }

  @Test
  void normalize_wordsThatJustFit_stayOnTheLine() {
    String sixty = "a".repeat(29) + " " + "b".repeat(30);
    String sixtyOne = "a".repeat(30) + " " + "b".repeat(30);

    Address fitting = VALID.toBuilder().line1(sixty + " c").line2("").build();
    Address tooLong = VALID.toBuilder().line1(sixtyOne + " c").line2("").build();

    assertThat(normalizer.normalize(fitting).address().line1()).isEqualTo(sixty);
    assertThat(normalizer.normalize(fitting).address().line2()).isEqualTo("c");
    assertThat(normalizer.normalize(tooLong).address().line1()).isEqualTo("a".repeat(30));
    assertThat(normalizer.normalize(tooLong).address().line2()).isEqualTo("b".repeat(30) + " c");
  }

  @Test
  void normalize_wordLongerThanLine_isNeverCut() {
    Address address = VALID.toBuilder().line1("1 " + "a".repeat(61)).build();

    assertThat(normalizer.normalize(address).address()).isEqualTo(address);
  }

  @Test
  void normalize_textLongerThanThreeLines_isLeftForTheValidator() {
    Address address = VALID.toBuilder().line1("word ".repeat(50).strip()).build();

    assertThat(normalizer.normalize(address).address()).isEqualTo(address);
  }

  @Test
  void normalize_randomAddresses_isIdempotentAndLosesNoVisibleText() {
    Random random = new Random(20261123);
    for (int i = 0; i < RANDOM_ADDRESSES; i++) {
      Address address = RandomAddresses.next(random);

      NormalizedAddress once = normalizer.normalize(address);
      NormalizedAddress twice = normalizer.normalize(once.address());

      assertThat(twice.address()).as("address %s", i).isEqualTo(once.address());
      assertThat(twice.changes()).as("address %s", i).isEmpty();
      assertThat(once.changes().isEmpty())
          .as("address %s", i)
          .isEqualTo(once.address().equals(address));
      if (once.changes().stream().noneMatch(AddressNormalizerTest::changesLetters)) {
        assertThat(lettersOfLines(once.address()))
            .as("address %s", i)
            .isEqualTo(lettersOfLines(address));
      }
    }
  }

  private static boolean changesLetters(AddressChange change) {
    return change.part().startsWith("line")
        && Set.of(Kind.TRANSLITERATED, Kind.DROPPED, Kind.REFORMED).contains(change.kind());
  }

  private static String lettersOfLines(Address address) {
    String lines = address.line1() + address.line2() + address.line3();
    return Normalizer.normalize(lines, Normalizer.Form.NFD)
        .chars()
        .filter(c -> c > ' ' && c < 127)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void normalize_randomAddresses_moveWordsOftenEnoughToBeATest() {
    Random random = new Random(20261123);
    long moved =
        IntStream.range(0, 2_000)
            .mapToObj(i -> normalizer.normalize(RandomAddresses.next(random)))
            .filter(
                normalized ->
                    normalized.changes().stream().anyMatch(change -> change.kind() == Kind.MOVED))
            .count();

    assertThat(moved).isGreaterThan(50);
  }
}
