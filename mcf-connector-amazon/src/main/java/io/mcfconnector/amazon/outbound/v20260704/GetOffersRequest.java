// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks when products would arrive ({@code GetOffersRequest}).
 *
 * @param fulfillmentConfiguration the speed
 * @param origin the country it would ship from; required
 * @param destination where it would go
 * @param items the products; required
 */
public record GetOffersRequest(
    @Nullable OfferFulfillmentConfiguration fulfillmentConfiguration,
    @Nullable OrderOrigin origin,
    @Nullable OfferDestination destination,
    @Nullable List<OfferItem> items) {}
