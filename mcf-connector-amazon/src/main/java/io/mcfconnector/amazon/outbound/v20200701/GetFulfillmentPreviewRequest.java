// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks what Amazon could ship ({@code GetFulfillmentPreviewRequest}).
 *
 * @param marketplaceId the marketplace
 * @param address where it would go; required
 * @param items what to ship; required
 * @param shippingSpeedCategories the speeds to look at; all when absent
 */
public record GetFulfillmentPreviewRequest(
    @Nullable String marketplaceId,
    @Nullable AmazonAddress address,
    @Nullable List<GetFulfillmentPreviewItem> items,
    @Nullable List<String> shippingSpeedCategories) {}
