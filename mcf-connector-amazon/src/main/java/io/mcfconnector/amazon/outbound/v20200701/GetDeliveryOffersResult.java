// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a product would arrive ({@code GetDeliveryOffersResult}).
 *
 * @param deliveryOffers to choose from
 */
public record GetDeliveryOffersResult(@Nullable List<DeliveryOffer> deliveryOffers) {}
