// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parcel ({@code Package}).
 *
 * @param packageId Amazon's id of the parcel
 * @param deliveryTime estimate
 * @param status where it is, such as {@code IN_TRANSIT}
 * @param shipmentItemIds which shipment items are in it
 * @param tracking its numbers; absent until known
 */
public record AmazonPackage(
    @Nullable String packageId,
    @Nullable String deliveryTime,
    @Nullable String status,
    @Nullable List<String> shipmentItemIds,
    @Nullable Tracking tracking) {}
