// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * Gives a parcel that the channel knows another number.
 *
 * @param orderId the buyer's order
 * @param channelPackageId the channel's id of the package
 * @param number the new number
 * @param provider who moves it
 */
public record ShipmentCorrection(
    OrderId orderId, String channelPackageId, TrackingNumber number, ShippingProviderId provider) {}
