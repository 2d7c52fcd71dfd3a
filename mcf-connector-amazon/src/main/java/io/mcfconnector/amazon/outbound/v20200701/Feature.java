// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * Something special that Amazon can do ({@code Feature}).
 *
 * @param featureName such as {@code BLANK_BOX}
 * @param featureDescription what it is
 * @param sellerEligible whether the seller may ask for it
 */
public record Feature(
    @Nullable String featureName,
    @Nullable String featureDescription,
    @Nullable Boolean sellerEligible) {}
