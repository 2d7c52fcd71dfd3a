// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds units to products of the sandbox ({@code AddInventoryRequest}).
 *
 * @param inventoryItems what and how many; required
 */
public record AddInventoryRequest(@Nullable List<InventoryItem> inventoryItems) {}
