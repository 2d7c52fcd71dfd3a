// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the SKUs that a feature is there for ({@code GetFeatureInventoryResult}).
 *
 * @param marketplaceId the marketplace
 * @param featureName the feature
 * @param nextToken opens the next page; absent on the last one
 * @param featureSkus the SKUs
 */
public record GetFeatureInventoryResult(
    @Nullable String marketplaceId,
    @Nullable String featureName,
    @Nullable String nextToken,
    @Nullable List<FeatureSku> featureSkus) {}
