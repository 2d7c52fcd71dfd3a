// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.TrackingWarning;
import io.mcfconnector.model.TrackingWarning.Kind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingWarningsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          verification timed out                                             | NOT_VERIFIED
          Tracking number verification timeout, please check it later.       | NOT_VERIFIED
          The provider could not be checked: time-out                        | NOT_VERIFIED
          no provider found for the number                                   | PROVIDER_NOT_FOUND
          no provider found for the tracking number                          | PROVIDER_NOT_FOUND
          No shipping provider was found for this tracking number.           | PROVIDER_NOT_FOUND
          No shipping service provider matches the tracking number           | PROVIDER_NOT_FOUND
          The carrier of this number could not be found                      | PROVIDER_NOT_FOUND
          match more than one provider                                       | SEVERAL_PROVIDERS
          Several shipping providers match the number                        | SEVERAL_PROVIDERS
          The number fits multiple carriers                                  | SEVERAL_PROVIDERS
          no provider or service found                                       | SERVICE_NOT_FOUND
          Provider or service not found for the number                       | SERVICE_NOT_FOUND
          We could not find a service or provider for this tracking number   | SERVICE_NOT_FOUND
          number looks like another provider: UPS                            | OTHER_PROVIDER
          tracking number looks like provider USPS                           | OTHER_PROVIDER
          The tracking number belongs to FedEx. Please check the provider.   | OTHER_PROVIDER
          The number does not match the provider. Inferred provider: OnTrac  | OTHER_PROVIDER
          This number seems to be of a different carrier (DHL eCommerce)     | OTHER_PROVIDER
          All is well                                                        | UNKNOWN
          42                                                                 | UNKNOWN
          """)
  void of_wording_isToldByItsWords(String text, Kind kind) {
    assertThat(TrackingWarnings.of(text)).isEqualTo(new TrackingWarning(kind, text));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"  ", "\n\u0000\t"})
  void of_nothing_isUnknown(String text) {
    assertThat(TrackingWarnings.of(text)).isEqualTo(new TrackingWarning(Kind.UNKNOWN, ""));
  }

  @Test
  void of_hostileText_staysShortAndInOneLine() {
    String text = "\u202Eno provider\r\nERROR found \u0000\u001B[31m" + "x".repeat(1_000_000);

    TrackingWarning warning = TrackingWarnings.of(text);

    assertThat(warning.kind()).isEqualTo(Kind.PROVIDER_NOT_FOUND);
    assertThat(warning.text())
        .startsWith("no provider ERROR found [31mxxx")
        .hasSizeLessThanOrEqualTo(300);
  }

  @Test
  void of_anyText_neverThrowsAndHoldsNoControlCharacters() {
    Random random = new Random(20260504);
    for (int i = 0; i < 500; i++) {
      String text =
          random
              .ints(random.nextInt(700), 0, Character.MAX_VALUE + 1)
              .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
              .toString();

      assertThat(TrackingWarnings.of(text).text())
          .hasSizeLessThanOrEqualTo(300)
          .matches(clean -> clean.codePoints().noneMatch(Character::isISOControl));
    }
    assertThat(TrackingWarnings.of("x".repeat(299) + "\uD83D\uDE00").text()).hasSize(299);
  }
}
