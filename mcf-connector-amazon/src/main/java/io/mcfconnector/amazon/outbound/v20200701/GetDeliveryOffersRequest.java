// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * Asks when a product would arrive ({@code GetDeliveryOffersRequest}); both required.
 *
 * @param product what
 * @param terms from where to where
 */
public record GetDeliveryOffersRequest(
    @Nullable GetDeliveryOffersProduct product, @Nullable GetDeliveryOffersTerms terms) {}
