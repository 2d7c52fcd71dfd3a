// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units of one line in a shipment ({@code ShipmentItem}).
 *
 * @param shipmentItemId what a package refers to
 * @param productIdentifier what
 * @param lineItemId our id of the line
 * @param amount units
 * @param packageId the parcel they are in; absent until known
 * @param unitIdentifiers serial numbers and the like by kind
 */
public record ShipmentItem(
    @Nullable String shipmentItemId,
    @Nullable ProductIdentifier productIdentifier,
    @Nullable String lineItemId,
    @Nullable Amount amount,
    @Nullable String packageId,
    @Nullable Map<String, List<String>> unitIdentifiers) {}
