// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The offers for one product ({@code OfferResult}).
 *
 * @param item the product
 * @param offers to choose from
 * @param constraints why there are none
 */
public record OfferResult(
    @Nullable OfferItem item,
    @Nullable List<OfferOption> offers,
    @Nullable List<Constraint> constraints) {}
