// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * From where to where ({@code GetDeliveryOffersTerms}); both required.
 *
 * @param origin where it ships from
 * @param destination where it would go
 */
public record GetDeliveryOffersTerms(@Nullable Origin origin, @Nullable Destination destination) {}
