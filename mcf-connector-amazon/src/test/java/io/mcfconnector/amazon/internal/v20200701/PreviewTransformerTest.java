// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20200701;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.amazon.outbound.v20200701.Fee;
import io.mcfconnector.amazon.outbound.v20200701.FulfillmentPreview;
import io.mcfconnector.amazon.outbound.v20200701.GetFulfillmentPreviewResult;
import io.mcfconnector.amazon.outbound.v20200701.Money;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShippingSpeed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTransformerTest {

  private static final FulfillmentOrder ORDER =
      new FulfillmentOrder(
          FulfillmentOrderId.of("TTS-A"),
          OrderId.of("A"),
          Instant.EPOCH,
          ShippingSpeed.EXPEDITED,
          Address.builder().countryCode("US").build(),
          List.of());

  @Test
  void toPreview_severalSpeedsAndFees_addsUpTheFeesOfTheWantedSpeed() {
    assertThat(read(preview("Standard", true, "1"), preview("Expedited", true, "7.40", "2.10")))
        .returns(true, p -> p.fulfillable())
        .returns(io.mcfconnector.model.Money.of("9.50", "USD"), p -> p.estimatedCost());
  }

  @Test
  void toPreview_wantedSpeedMissingOrRefused_isNotFulfillable() {
    assertThat(read(preview("Standard", true, "1")).fulfillable()).isFalse();
    assertThat(read(preview("Standard", true, "1"), preview("Expedited", false)).fulfillable())
        .isFalse();
  }

  private static io.mcfconnector.model.FulfillmentPreview read(FulfillmentPreview... previews) {
    return PreviewTransformer.toPreview(
        ORDER, new GetFulfillmentPreviewResult(Arrays.asList(previews)));
  }

  private static FulfillmentPreview preview(String speed, boolean fulfillable, String... fees) {
    return new FulfillmentPreview(
        speed,
        fulfillable,
        "ATVPDKIKX0DER",
        Arrays.stream(fees).map(fee -> new Fee("Fee", new Money("USD", fee))).toList(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
