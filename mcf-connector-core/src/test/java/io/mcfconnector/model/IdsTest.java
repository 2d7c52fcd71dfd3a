// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  static Stream<Arguments> ids() {
    return Stream.of(
        id("AccountId", AccountId::of, 128),
        id("CarrierCode", CarrierCode::of, 100),
        id("ChannelSkuId", ChannelSkuId::of, 64),
        id("LineItemId", LineItemId::of, 64),
        id("Msku", Msku::of, 50),
        id("OrderId", OrderId::of, 64),
        id("SellerSku", SellerSku::of, 200),
        id("ShippingProviderId", ShippingProviderId::of, 64),
        id("ShopId", ShopId::of, 64),
        id("TrackingNumber", TrackingNumber::of, 100));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void of_text_keepsItAsItIs(String type, Function<String, Object> of, int limit) {
    String text = " " + "x".repeat(limit - 1);

    assertThat(of.apply(text)).hasToString(text).isEqualTo(of.apply(text));
    assertThat(of.apply("a")).isNotEqualTo(of.apply("A"));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void of_blankOrTooLong_isRefusedWithItsType(String type, Function<String, Object> of, int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of.apply(" "))
        .withMessage(type + " must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of.apply("x".repeat(limit + 1)))
        .withMessage(type + " must have at most " + limit + " characters, but has " + (limit + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "TTS, 576461413038785752, 1, TTS-576461413038785752",
    "TTS, 576461413038785752, 2, TTS-576461413038785752-2",
    "TTS, 576461413038785752, 10, TTS-576461413038785752-10"
  })
  void fulfillmentOrderId_orderAndGeneration_giveAlwaysTheSameId(
      String channel, String order, int generation, String expected) {
    assertThat(FulfillmentOrderId.of(channel, OrderId.of(order), generation))
        .hasToString(expected)
        .isEqualTo(FulfillmentOrderId.of(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a+b",
        "a#b",
        "a/b",
        "\u00E9",
        "a\n",
        "12345678901234567890123456789012345678901"
      })
  void fulfillmentOrderId_textTheNetworkCannotReadBack_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> FulfillmentOrderId.of(text));
  }

  @Test
  void fulfillmentOrderId_generationZero_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FulfillmentOrderId.of("TTS", OrderId.of("1"), 0))
        .withMessageContaining("starts at 1");
  }

  @Test
  void tokens_printed_showNoSecret() {
    Tokens tokens =
        new Tokens(
            new AccessToken("secret-a"),
            java.time.Instant.EPOCH,
            new RefreshToken("secret-r"),
            null);

    assertThat(new AccessToken("secret-a")).hasToString("****");
    assertThat(new RefreshToken("secret-r")).hasToString("****");
    assertThat(tokens.toString()).doesNotContain("secret").contains("1970");
    assertThat(Tokens.of(new RefreshToken("secret-r")).accessToken()).isNull();
  }

  private static Arguments id(String type, Function<String, Object> of, int limit) {
    return Arguments.of(type, of, limit);
  }
}
