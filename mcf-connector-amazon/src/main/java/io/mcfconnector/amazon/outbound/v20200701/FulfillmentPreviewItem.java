// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * Units of one line in a previewed shipment ({@code FulfillmentPreviewItem}).
 *
 * @param sellerSku the MSKU
 * @param quantity units
 * @param sellerFulfillmentOrderItemId our id of the line
 * @param estimatedShippingWeight estimate
 * @param shippingWeightCalculationMethod {@code Package} or {@code Dimensional}
 */
public record FulfillmentPreviewItem(
    @Nullable String sellerSku,
    @Nullable Integer quantity,
    @Nullable String sellerFulfillmentOrderItemId,
    @Nullable Weight estimatedShippingWeight,
    @Nullable String shippingWeightCalculationMethod) {}
