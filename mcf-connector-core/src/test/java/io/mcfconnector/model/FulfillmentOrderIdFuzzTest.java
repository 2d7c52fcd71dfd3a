// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FulfillmentOrderIdFuzzTest {

  @Property
  void of_anyOrderAndGeneration_isLegalAndLeadsBack(
      @ForAll("orderIds") String order, @ForAll @IntRange(min = 1, max = 999) int generation) {
    FulfillmentOrderId id = FulfillmentOrderId.of("TTS", OrderId.of(order), generation);

    assertThat(id.value()).hasSizeLessThanOrEqualTo(40).matches("[A-Z0-9-]+");
    assertThat(id.possibleOrders("TTS")).contains(OrderId.of(order));
    assertThat(id.possibleOrders("ABC")).isEmpty();
  }

  @Property
  void of_twoGenerations_differ(
      @ForAll("orderIds") String order, @ForAll @IntRange(min = 1, max = 998) int generation) {
    assertThat(FulfillmentOrderId.of("TTS", OrderId.of(order), generation))
        .isNotEqualTo(FulfillmentOrderId.of("TTS", OrderId.of(order), generation + 1));
  }

  @Property
  void of_anyText_isTakenWholeOrRefused(@ForAll String text) {
    try {
      assertThat(FulfillmentOrderId.of(text).value()).isEqualTo(text);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("must match");
    }
  }

  /** TikTok's ids are decimal numbers of up to 20 digits. */
  @Provide
  Arbitrary<String> orderIds() {
    return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20);
  }
}
