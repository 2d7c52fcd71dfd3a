// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of buying ({@code GetDeliveryOffersProduct}).
 *
 * @param productIdentifier the product; required
 * @param amount how many
 */
public record GetDeliveryOffersProduct(
    @Nullable ProductIdentifier productIdentifier, @Nullable Amount amount) {}
