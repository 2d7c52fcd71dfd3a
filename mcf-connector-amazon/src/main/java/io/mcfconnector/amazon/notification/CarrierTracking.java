// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * A parcel by its carrier ({@code CarrierTracking}).
 *
 * @param carrierCode the carrier
 * @param trackingNumber its number
 */
public record CarrierTracking(@Nullable String carrierCode, @Nullable String trackingNumber) {}
