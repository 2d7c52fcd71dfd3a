// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of summaries ({@code GetInventorySummariesResult}).
 *
 * @param inventorySummaries one for each SKU that Amazon knows
 * @param granularity what the figures are about
 */
public record GetInventorySummariesResult(
    @Nullable List<InventorySummary> inventorySummaries, @Nullable Granularity granularity) {}
