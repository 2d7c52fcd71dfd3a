// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * A product asked for ({@code OfferItem}).
 *
 * @param productIdentifier the product
 */
public record OfferItem(@Nullable ProductIdentifier productIdentifier) {}
