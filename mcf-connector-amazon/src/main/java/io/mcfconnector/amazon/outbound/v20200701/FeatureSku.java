// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SKU that a feature is there for ({@code FeatureSku}).
 *
 * @param sellerSku the MSKU
 * @param fnSku Amazon's SKU
 * @param asin Amazon's catalogue id
 * @param skuCount units
 * @param overlappingSkus other SKUs of the same stock
 */
public record FeatureSku(
    @Nullable String sellerSku,
    @Nullable String fnSku,
    @Nullable String asin,
    @Nullable Double skuCount,
    @Nullable List<String> overlappingSkus) {}
