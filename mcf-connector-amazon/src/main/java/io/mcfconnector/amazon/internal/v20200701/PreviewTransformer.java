// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20200701;

import io.mcfconnector.amazon.internal.AddressTransformer;
import io.mcfconnector.amazon.internal.Costs;
import io.mcfconnector.amazon.internal.Wire;
import io.mcfconnector.amazon.outbound.v20200701.Fee;
import io.mcfconnector.amazon.outbound.v20200701.GetFulfillmentPreviewItem;
import io.mcfconnector.amazon.outbound.v20200701.GetFulfillmentPreviewRequest;
import io.mcfconnector.amazon.outbound.v20200701.GetFulfillmentPreviewResult;
import io.mcfconnector.amazon.outbound.v20200701.Money;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentPreview;
import java.util.List;

/** A preview at the speed of one order, asked for and read as 2020-07-01 has it. */
final class PreviewTransformer {

  private final String marketplaceId;

  PreviewTransformer(String marketplaceId) {
    this.marketplaceId = marketplaceId;
  }

  GetFulfillmentPreviewRequest toRequest(FulfillmentOrder order) {
    return new GetFulfillmentPreviewRequest(
        marketplaceId,
        AddressTransformer.toAmazon(order.destination()),
        order.items().stream()
            .map(
                item ->
                    new GetFulfillmentPreviewItem(item.msku().value(), item.quantity(), item.id()))
            .toList(),
        List.of(CreateRequestTransformer.speed(order.speed())));
  }

  /** A speed that the answer lacks is not offered. */
  static FulfillmentPreview toPreview(FulfillmentOrder order, GetFulfillmentPreviewResult result) {
    String speed = CreateRequestTransformer.speed(order.speed());
    Costs costs = new Costs();
    boolean fulfillable = false;
    for (var preview : Wire.list(result.fulfillmentPreviews())) {
      if (speed.equals(preview.shippingSpeedCategory())) {
        fulfillable = Boolean.TRUE.equals(preview.fulfillable());
        Wire.list(preview.estimatedFees()).forEach(fee -> add(fee, costs));
        break;
      }
    }
    return new FulfillmentPreview(fulfillable, costs.sum());
  }

  private static void add(Fee fee, Costs costs) {
    Money amount = fee.amount();
    costs.add(
        amount == null ? null : amount.currencyCode(), amount == null ? null : amount.value());
  }
}
