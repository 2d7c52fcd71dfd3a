// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/** The envelope of {@code deliveryOffers}. */
public record GetDeliveryOffersResponse(@Nullable GetDeliveryOffersResult payload) {}
