// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20260704;

import io.mcfconnector.amazon.internal.AddressTransformer;
import io.mcfconnector.amazon.internal.Costs;
import io.mcfconnector.amazon.internal.Wire;
import io.mcfconnector.amazon.outbound.v20260704.Amount;
import io.mcfconnector.amazon.outbound.v20260704.EstimatedPrice;
import io.mcfconnector.amazon.outbound.v20260704.GetOrderPreviewRequest;
import io.mcfconnector.amazon.outbound.v20260704.GetOrderPreviewResponse;
import io.mcfconnector.amazon.outbound.v20260704.Money;
import io.mcfconnector.amazon.outbound.v20260704.OrderDestination;
import io.mcfconnector.amazon.outbound.v20260704.OrderOrigin;
import io.mcfconnector.amazon.outbound.v20260704.OrderProduct;
import io.mcfconnector.amazon.outbound.v20260704.PreviewDeliveryOffer;
import io.mcfconnector.amazon.outbound.v20260704.PreviewFulfillmentConfiguration;
import io.mcfconnector.amazon.outbound.v20260704.PreviewLineItem;
import io.mcfconnector.amazon.outbound.v20260704.PreviewOfferFulfillmentConfiguration;
import io.mcfconnector.amazon.outbound.v20260704.PreviewPlannedShipment;
import io.mcfconnector.amazon.outbound.v20260704.PreviewPlannedShipmentItem;
import io.mcfconnector.amazon.outbound.v20260704.ProductIdentifier;
import io.mcfconnector.amazon.outbound.v20260704.ServiceLevel;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentPreview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A preview at the speed of one order, asked for and read as 2026-07-04 has it. No flag tells
 * whether everything can be shipped: the planned shipments must hold every unit, each with an offer
 * of that speed, and nothing may stand against it.
 */
final class PreviewTransformer {

  private final String originCountry;
  private final String channel;

  PreviewTransformer(String originCountry, String channel) {
    this.originCountry = originCountry;
    this.channel = channel;
  }

  GetOrderPreviewRequest toRequest(FulfillmentOrder order) {
    // One speed for each request: of several, Amazon looks only at the first.
    String tier = CreateRequestTransformer.tier(order.speed());
    return new GetOrderPreviewRequest(
        channel,
        new OrderOrigin(originCountry),
        new PreviewFulfillmentConfiguration(new ServiceLevel(List.of(tier))),
        new OrderDestination(AddressTransformer.toAmazon(order.destination())),
        order.items().stream()
            .map(
                item ->
                    new PreviewLineItem(
                        new OrderProduct(new ProductIdentifier(item.msku().value())),
                        Amount.eaches(item.quantity())))
            .toList());
  }

  static FulfillmentPreview toPreview(FulfillmentOrder order, GetOrderPreviewResponse response) {
    String tier = CreateRequestTransformer.tier(order.speed());
    Map<String, Integer> missing = new HashMap<>();
    order
        .items()
        .forEach(item -> missing.merge(item.msku().value(), item.quantity(), Integer::sum));
    Costs costs = new Costs();
    boolean offered = true;
    for (PreviewPlannedShipment shipment : Wire.list(response.plannedShipments())) {
      Wire.list(shipment.items()).forEach(item -> take(item, missing));
      Optional<PreviewDeliveryOffer> offer =
          Wire.list(shipment.offers()).stream().filter(o -> tier.equals(tierOf(o))).findFirst();
      offered &= offer.isPresent();
      offer.ifPresent(found -> add(found.estimatedPrice(), costs));
    }
    boolean fulfillable =
        offered
            && missing.values().stream().allMatch(units -> units <= 0)
            && Wire.list(response.constraints()).isEmpty();
    return new FulfillmentPreview(fulfillable, costs.sum());
  }

  private static void take(PreviewPlannedShipmentItem item, Map<String, Integer> missing) {
    ProductIdentifier product = item.productIdentifier();
    String sku = product == null ? null : product.amazonSku();
    if (sku != null) {
      missing.computeIfPresent(sku, (key, units) -> units - units(item.amount()));
    }
  }

  /** What cannot be read is not planned. */
  private static int units(@Nullable Amount amount) {
    try {
      return amount == null ? 0 : amount.units();
    } catch (ArithmeticException unreadable) {
      return 0;
    }
  }

  private static @Nullable String tierOf(PreviewDeliveryOffer offer) {
    PreviewOfferFulfillmentConfiguration configuration = offer.fulfillmentConfiguration();
    return configuration == null || configuration.serviceLevel() == null
        ? null
        : configuration.serviceLevel().serviceTier();
  }

  private static void add(@Nullable EstimatedPrice price, Costs costs) {
    Money total = price == null ? null : price.totalPrice();
    costs.add(total == null ? null : total.currencyCode(), total == null ? null : total.amount());
  }
}
