// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fulfillment order ({@code FulfillmentOrder}). Its address is buyer data.
 *
 * @param orderId the id it was created with
 * @param channel where the buyer ordered
 * @param receiveTime when Amazon took it
 * @param status where it stands, such as {@code PROCESSING}
 * @param statusUpdateTime when that changed
 * @param fulfillmentConfiguration speed, action and policy
 * @param origin the country it ships from
 * @param destination where it goes
 * @param lineItems its lines
 * @param shipments its shipments; absent until planned
 */
public record AmazonFulfillmentOrder(
    @Nullable String orderId,
    @Nullable String channel,
    @Nullable String receiveTime,
    @Nullable String status,
    @Nullable String statusUpdateTime,
    @Nullable OrderFulfillmentConfiguration fulfillmentConfiguration,
    @Nullable OrderOrigin origin,
    @Nullable OrderDestination destination,
    @Nullable List<OrderLineItem> lineItems,
    @Nullable List<AmazonShipment> shipments) {}
