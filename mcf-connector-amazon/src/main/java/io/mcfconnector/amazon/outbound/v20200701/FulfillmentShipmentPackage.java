// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * One parcel ({@code FulfillmentShipmentPackage}).
 *
 * @param packageNumber Amazon's number of the parcel; a number on the wire
 * @param carrierCode who moves it; free text
 * @param trackingNumber the carrier's number
 * @param amazonFulfillmentTrackingNumber Amazon's own number (AFTN)
 * @param estimatedArrivalDate estimate
 * @param lockerDetails when it lies in a locker
 * @param deliveryInformation after delivery
 */
public record FulfillmentShipmentPackage(
    @Nullable String packageNumber,
    @Nullable String carrierCode,
    @Nullable String trackingNumber,
    @Nullable String amazonFulfillmentTrackingNumber,
    @Nullable String estimatedArrivalDate,
    @Nullable LockerDetails lockerDetails,
    @Nullable DeliveryInformation deliveryInformation) {}
