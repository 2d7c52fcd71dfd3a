// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/** A shipment of the tracking notifications ({@code TrackingIdentifier}); one part names it. */
public record TrackingIdentifier(
    @Nullable String id,
    @Nullable String acsin,
    @Nullable String aftn,
    @Nullable String containerNumber,
    @Nullable String houseBillOfLadingNumber,
    @Nullable CarrierTracking carrierTracking) {}
