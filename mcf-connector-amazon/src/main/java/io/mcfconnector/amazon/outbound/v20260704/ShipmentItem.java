// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * Units of one line in a shipment ({@code ShipmentItem}).
 *
 * @param shipmentItemId what a package refers to
 * @param productIdentifier what
 * @param lineItemId our id of the line
 * @param amount units
 * @param packageId the parcel they are in; absent until known
 */
public record ShipmentItem(
    @Nullable String shipmentItemId,
    @Nullable ProductIdentifier productIdentifier,
    @Nullable String lineItemId,
    @Nullable Amount amount,
    @Nullable String packageId) {}
