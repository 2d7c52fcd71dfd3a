// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * A special wish for an order ({@code FeatureSettings}). An unknown name makes Amazon refuse the
 * order.
 *
 * @param featureName such as {@code BLANK_BOX}
 * @param featureFulfillmentPolicy {@code Required} or {@code NotRequired}
 */
public record FeatureSettings(
    @Nullable String featureName, @Nullable String featureFulfillmentPolicy) {}
