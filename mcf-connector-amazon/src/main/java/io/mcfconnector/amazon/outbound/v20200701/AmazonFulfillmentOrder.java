// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fulfillment order without lines and shipments ({@code FulfillmentOrder}). Its address is buyer
 * data.
 *
 * @param sellerFulfillmentOrderId the id it was created with
 * @param marketplaceId the marketplace; sometimes absent or a numeric legacy id
 * @param displayableOrderId the order number the recipient sees
 * @param displayableOrderDate the order date the recipient sees
 * @param shippingSpeedCategory the shipping speed
 * @param destinationAddress where it goes
 * @param fulfillmentAction {@code Ship} or {@code Hold}
 * @param fulfillmentPolicy what happens when units are missing
 * @param receivedDate when Amazon took it
 * @param fulfillmentOrderStatus where it stands, such as {@code Planning}
 * @param statusUpdatedDate when that changed
 * @param featureConstraints the wishes that Amazon accepted
 */
public record AmazonFulfillmentOrder(
    @Nullable String sellerFulfillmentOrderId,
    @Nullable String marketplaceId,
    @Nullable String displayableOrderId,
    @Nullable String displayableOrderDate,
    @Nullable String shippingSpeedCategory,
    @Nullable AmazonAddress destinationAddress,
    @Nullable String fulfillmentAction,
    @Nullable String fulfillmentPolicy,
    @Nullable String receivedDate,
    @Nullable String fulfillmentOrderStatus,
    @Nullable String statusUpdatedDate,
    @Nullable List<FeatureSettings> featureConstraints) {}
