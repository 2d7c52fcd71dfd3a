// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * When a product would arrive ({@code DeliveryOffer}).
 *
 * @param expiresAt until when the offer holds
 * @param dateRange when it would arrive
 * @param policy what it promises
 */
public record DeliveryOffer(
    @Nullable String expiresAt, @Nullable DateRange dateRange, @Nullable DeliveryPolicy policy) {}
