// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shipment of a preview ({@code FulfillmentPreviewShipment}); times are ISO 8601.
 *
 * @param fulfillmentPreviewItems what is in it
 * @param shippingNotes remarks of Amazon
 */
public record FulfillmentPreviewShipment(
    @Nullable String earliestShipDate,
    @Nullable String latestShipDate,
    @Nullable String earliestArrivalDate,
    @Nullable String latestArrivalDate,
    @Nullable List<FulfillmentPreviewItem> fulfillmentPreviewItems,
    @Nullable List<String> shippingNotes) {}
