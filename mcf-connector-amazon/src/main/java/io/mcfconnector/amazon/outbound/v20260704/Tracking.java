// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of a parcel ({@code Tracking}); both stay valid.
 *
 * @param carrier the carrier's
 * @param amazon Amazon's own (AFTN)
 */
public record Tracking(@Nullable CarrierTracking carrier, @Nullable AmazonTracking amazon) {}
