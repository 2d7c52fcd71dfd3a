// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Amazon could ship at one speed ({@code FulfillmentPreview}). It reserves nothing.
 *
 * @param shippingSpeedCategory the speed
 * @param fulfillable whether everything can be shipped
 * @param marketplaceId the marketplace
 * @param estimatedFees to be added up
 * @param fulfillmentPreviewShipments how it would be shipped
 * @param unfulfillablePreviewItems what cannot be shipped
 * @param orderUnfulfillableReasons why; open words
 * @param codCapable whether it can be paid on delivery
 * @param estimatedShippingWeight estimate
 * @param scheduledDeliveryInfo only when asked for
 * @param featureConstraints the wishes asked for
 */
public record FulfillmentPreview(
    @Nullable String shippingSpeedCategory,
    @Json(name = "isFulfillable") @Nullable Boolean fulfillable,
    @Nullable String marketplaceId,
    @Nullable List<Fee> estimatedFees,
    @Nullable List<FulfillmentPreviewShipment> fulfillmentPreviewShipments,
    @Nullable List<UnfulfillablePreviewItem> unfulfillablePreviewItems,
    @Nullable List<String> orderUnfulfillableReasons,
    @Json(name = "isCODCapable") @Nullable Boolean codCapable,
    @Nullable Weight estimatedShippingWeight,
    @Nullable ScheduledDeliveryInfo scheduledDeliveryInfo,
    @Nullable List<FeatureSettings> featureConstraints) {}
