// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fulfillment order with its lines and shipments ({@code GetFulfillmentOrderResult}).
 *
 * @param fulfillmentOrder the order itself
 * @param fulfillmentOrderItems its lines
 * @param fulfillmentShipments its shipments; absent until planned
 * @param returnItems its returns
 * @param returnAuthorizations under which they come back
 */
public record GetFulfillmentOrderResult(
    @Nullable AmazonFulfillmentOrder fulfillmentOrder,
    @Nullable List<AmazonFulfillmentOrderItem> fulfillmentOrderItems,
    @Nullable List<FulfillmentShipment> fulfillmentShipments,
    @Nullable List<ReturnItem> returnItems,
    @Nullable List<ReturnAuthorization> returnAuthorizations) {}
