// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of {@link ProductInventory}, as it is on the wire.
 *
 * @param inventory the elements; absent when there are none
 */
public record InventoryList(@Nullable List<ProductInventory> inventory) {}
