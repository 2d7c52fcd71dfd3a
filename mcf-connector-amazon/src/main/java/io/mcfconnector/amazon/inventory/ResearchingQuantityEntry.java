// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Units that Amazon looks for ({@code ResearchingQuantityEntry}).
 *
 * @param name for how long, such as {@code researchingQuantityInShortTerm}
 * @param quantity units
 */
public record ResearchingQuantityEntry(@Nullable String name, @Nullable Integer quantity) {}
