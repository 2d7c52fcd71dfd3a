// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * A carrier's number ({@code CarrierTracking}).
 *
 * @param carrierCode who moves it; free text
 * @param trackingNumber the number
 * @param trackingUrl where the recipient follows it
 */
public record CarrierTracking(
    @Nullable String carrierCode, @Nullable String trackingNumber, @Nullable String trackingUrl) {}
