// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that cannot be shipped ({@code UnfulfillablePreviewItem}).
 *
 * @param sellerSku the MSKU
 * @param quantity units
 * @param sellerFulfillmentOrderItemId our id of the line
 * @param itemUnfulfillableReasons why; open words
 */
public record UnfulfillablePreviewItem(
    @Nullable String sellerSku,
    @Nullable Integer quantity,
    @Nullable String sellerFulfillmentOrderItemId,
    @Nullable List<String> itemUnfulfillableReasons) {}
