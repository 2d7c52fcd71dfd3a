// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a feature is there for a SKU ({@code GetFeatureSkuResult}).
 *
 * @param marketplaceId the marketplace
 * @param featureName the feature
 * @param eligible whether it is
 * @param ineligibleReasons why not, such as {@code SKU_NOT_ELIGIBLE}
 * @param sellerSku the MSKU
 * @param fnSku Amazon's SKU
 * @param asin Amazon's catalogue id
 * @param skuCount units
 */
public record GetFeatureSkuResult(
    @Nullable String marketplaceId,
    @Nullable String featureName,
    @Json(name = "isEligible") @Nullable Boolean eligible,
    @Nullable List<String> ineligibleReasons,
    @Nullable String sellerSku,
    @Nullable String fnSku,
    @Nullable String asin,
    @Nullable Double skuCount) {}
