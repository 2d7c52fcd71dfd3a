// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

  private static final Address ADA =
      Address.builder()
          .name("Ada Example")
          .line1("12 Sample Street")
          .line2("Apt 4")
          .line3("Ring twice")
          .city("Springfield")
          .stateOrRegion("IL")
          .postalCode("62701-1234")
          .countryCode("US")
          .phone("+12175550100")
          .build();

  @Test
  void toString_address_showsCountryAndFingerprintOnly() {
    assertThat(ADA.toString())
        .matches("Address\\[US, [0-9a-f]{8}]")
        .doesNotContain("Ada", "Sample", "Springfield", "62701", "555");
  }

  @Test
  void toBuilder_unchanged_givesAnEqualAddress() {
    assertThat(ADA.toBuilder().build()).isEqualTo(ADA);
    assertThat(Address.builder().build())
        .isEqualTo(new Address("", "", "", "", "", "", "", "", ""));
  }

  @Test
  void fingerprint_anyPartChanged_differs() {
    List<BiFunction<Address.Builder, String, Address.Builder>> setters =
        List.of(
            Address.Builder::name,
            Address.Builder::line1,
            Address.Builder::line2,
            Address.Builder::line3,
            Address.Builder::city,
            Address.Builder::stateOrRegion,
            Address.Builder::postalCode,
            Address.Builder::countryCode,
            Address.Builder::phone);

    assertThat(setters)
        .allSatisfy(
            setter ->
                assertThat(setter.apply(ADA.toBuilder(), "7").build().fingerprint())
                    .isNotEqualTo(ADA.fingerprint()));
  }

  @Test
  void fingerprint_textMovedToAnotherPart_differs() {
    Address moved = ADA.toBuilder().line1("12 Sample").line2("Street Apt 4").build();

    assertThat(moved.fingerprint()).isNotEqualTo(ADA.fingerprint());
  }

  @Test
  void fingerprint_caseBlanksAndPunctuation_doNotCount() {
    Address shouted =
        ADA.toBuilder()
            .name("ADA  EXAMPLE")
            .line1("12, Sample-Street.")
            .phone("+1 217 555-0100")
            .build();

    assertThat(shouted.fingerprint()).isEqualTo(ADA.fingerprint());
  }

  @ParameterizedTest
  @CsvSource({
    "name, Bob, false",
    "line1, 13 Sample Street, false",
    "postalCode, 62702, false",
    "countryCode, CA, false",
    "postalCode, 62701, true",
    "line2, '', true",
    "city, Shelbyville, true",
    "phone, '', true"
  })
  void ofRequired_partChanged_countsOnlyWhatNetworksGiveBack(
      String part, String text, boolean same) {
    Address changed =
        switch (part) {
          case "name" -> ADA.toBuilder().name(text).build();
          case "line1" -> ADA.toBuilder().line1(text).build();
          case "line2" -> ADA.toBuilder().line2(text).build();
          case "city" -> ADA.toBuilder().city(text).build();
          case "postalCode" -> ADA.toBuilder().postalCode(text).build();
          case "countryCode" -> ADA.toBuilder().countryCode(text).build();
          default -> ADA.toBuilder().phone(text).build();
        };

    assertThat(AddressFingerprint.ofRequired(changed).equals(AddressFingerprint.ofRequired(ADA)))
        .isEqualTo(same);
  }

  @Test
  void fingerprint_value_isLongEnoughAndPrintedShort() {
    assertThat(ADA.fingerprint().value()).matches("[0-9a-f]{32}");
    assertThat(ADA.fingerprint().value()).startsWith(ADA.fingerprint().toString());
    assertThat(new AddressFingerprint("ab")).hasToString("ab");
  }
}
