// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20260704;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.amazon.outbound.v20260704.Amount;
import io.mcfconnector.amazon.outbound.v20260704.Constraint;
import io.mcfconnector.amazon.outbound.v20260704.EstimatedPrice;
import io.mcfconnector.amazon.outbound.v20260704.GetOrderPreviewResponse;
import io.mcfconnector.amazon.outbound.v20260704.Money;
import io.mcfconnector.amazon.outbound.v20260704.PreviewDeliveryOffer;
import io.mcfconnector.amazon.outbound.v20260704.PreviewOfferFulfillmentConfiguration;
import io.mcfconnector.amazon.outbound.v20260704.PreviewOfferServiceLevel;
import io.mcfconnector.amazon.outbound.v20260704.PreviewPlannedShipment;
import io.mcfconnector.amazon.outbound.v20260704.PreviewPlannedShipmentItem;
import io.mcfconnector.amazon.outbound.v20260704.ProductIdentifier;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShippingSpeed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTransformerTest {

  private static final FulfillmentOrder TWO_MUGS =
      new FulfillmentOrder(
          FulfillmentOrderId.of("TTS-A"),
          OrderId.of("A"),
          Instant.EPOCH,
          ShippingSpeed.EXPEDITED,
          Address.builder().countryCode("US").build(),
          List.of(
              new FulfillmentOrderItem(
                  "1", Msku.of("MUG"), List.of(LineItemId.of("1"), LineItemId.of("2")))));

  @Test
  void toPreview_unitsOverSeveralShipments_addsUpThePricesOfTheWantedTier() {
    FulfillmentPreview preview =
        read(
            List.of(),
            shipment("1.0", offer("STANDARD", "1"), offer("EXPEDITED", "7.40")),
            shipment("1", offer("EXPEDITED", "2.10")));

    assertThat(preview)
        .isEqualTo(new FulfillmentPreview(true, io.mcfconnector.model.Money.of("9.50", "USD")));
  }

  @Test
  void toPreview_unitMissingOrUnreadable_isNotFulfillable() {
    assertThat(read(List.of()).fulfillable()).isFalse();
    assertThat(read(List.of(), shipment("1", offer("EXPEDITED", "1"))).fulfillable()).isFalse();
    assertThat(read(List.of(), shipment("two", offer("EXPEDITED", "1"))).fulfillable()).isFalse();
  }

  @Test
  void toPreview_noOfferOfTheTierForOneShipment_isNotFulfillable() {
    assertThat(
            read(
                    List.of(),
                    shipment("1", offer("EXPEDITED", "1")),
                    shipment("1", offer("STANDARD", "1")))
                .fulfillable())
        .isFalse();
  }

  @Test
  void toPreview_constraint_isNotFulfillable() {
    Constraint constraint = new Constraint("late", "T", "DeliverySLAUnavailable", List.of());

    assertThat(read(List.of(constraint), shipment("2", offer("EXPEDITED", "1"))).fulfillable())
        .isFalse();
  }

  @Test
  void toPreview_onePriceMissing_hasNoCost() {
    PreviewDeliveryOffer free =
        new PreviewDeliveryOffer(null, offer("EXPEDITED", "1").fulfillmentConfiguration());

    assertThat(read(List.of(), shipment("1", offer("EXPEDITED", "1")), shipment("1", free)))
        .isEqualTo(new FulfillmentPreview(true, null));
  }

  private static FulfillmentPreview read(
      List<Constraint> constraints, PreviewPlannedShipment... shipments) {
    return PreviewTransformer.toPreview(
        TWO_MUGS, new GetOrderPreviewResponse(List.of(shipments), constraints));
  }

  private static PreviewPlannedShipment shipment(String units, PreviewDeliveryOffer... offers) {
    return new PreviewPlannedShipment(
        List.of(
            new PreviewPlannedShipmentItem(
                new ProductIdentifier("MUG"), new Amount("EACHES", units))),
        List.of(offers),
        null);
  }

  private static PreviewDeliveryOffer offer(String tier, String total) {
    return new PreviewDeliveryOffer(
        new EstimatedPrice(List.of(), new Money("USD", total)),
        new PreviewOfferFulfillmentConfiguration(
            new PreviewOfferServiceLevel(tier, null, null), null));
  }
}
