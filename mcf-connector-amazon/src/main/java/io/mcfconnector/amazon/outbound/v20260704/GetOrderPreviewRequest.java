// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks what Amazon could ship ({@code GetOrderPreviewRequest}).
 *
 * @param channel where the buyer ordered
 * @param origin the country it would ship from
 * @param fulfillmentConfiguration the speed
 * @param destination where it would go; required
 * @param lineItems what to ship; required
 */
public record GetOrderPreviewRequest(
    @Nullable String channel,
    @Nullable OrderOrigin origin,
    @Nullable PreviewFulfillmentConfiguration fulfillmentConfiguration,
    @Nullable OrderDestination destination,
    @Nullable List<PreviewLineItem> lineItems) {}
