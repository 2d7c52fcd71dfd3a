// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What the figures are about ({@code Granularity}).
 *
 * @param granularityType {@code Marketplace}
 * @param granularityId the marketplace
 */
public record Granularity(@Nullable String granularityType, @Nullable String granularityId) {}
