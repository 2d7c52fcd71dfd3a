// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * Amazon's own number ({@code AmazonTracking}).
 *
 * @param trackingNumber the AFTN
 * @param trackingUrl where the recipient follows it
 */
public record AmazonTracking(@Nullable String trackingNumber, @Nullable String trackingUrl) {}
