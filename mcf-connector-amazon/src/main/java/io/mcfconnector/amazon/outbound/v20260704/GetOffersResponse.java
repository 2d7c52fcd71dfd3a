// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When products would arrive ({@code GetOffersResponse}).
 *
 * @param offerResults one for each product
 */
public record GetOffersResponse(@Nullable List<OfferResult> offerResults) {}
