// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An estimated price ({@code EstimatedPrice}).
 *
 * @param rollupPrices its parts
 * @param totalPrice their sum
 */
public record EstimatedPrice(
    @Nullable List<RollupPrice> rollupPrices, @Nullable Money totalPrice) {}
