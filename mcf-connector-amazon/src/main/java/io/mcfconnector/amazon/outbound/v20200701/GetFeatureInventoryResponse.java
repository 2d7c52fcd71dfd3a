// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/** The envelope of {@code getFeatureInventory}. */
public record GetFeatureInventoryResponse(@Nullable GetFeatureInventoryResult payload) {}
