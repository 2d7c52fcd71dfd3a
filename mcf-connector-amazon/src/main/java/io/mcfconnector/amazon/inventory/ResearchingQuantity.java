// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units that Amazon looks for ({@code ResearchingQuantity}).
 *
 * @param totalResearchingQuantity all of them
 * @param researchingQuantityBreakdown by time
 */
public record ResearchingQuantity(
    @Nullable Integer totalResearchingQuantity,
    @Nullable List<ResearchingQuantityEntry> researchingQuantityBreakdown) {}
