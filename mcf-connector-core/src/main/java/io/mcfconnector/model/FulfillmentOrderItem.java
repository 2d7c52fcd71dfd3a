// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.util.List;

/**
 * One SKU of a fulfillment order and the line items its units belong to.
 *
 * @param id our id of this line within the fulfillment order
 * @param msku the SKU to ship
 * @param units for each unit the line item it serves, in a fixed order; a line item appears twice
 *     when it needs two of this SKU
 */
public record FulfillmentOrderItem(String id, Msku msku, List<LineItemId> units) {

  /** Copies the list. */
  public FulfillmentOrderItem {
    units = List.copyOf(units);
    if (units.isEmpty()) {
      throw new IllegalArgumentException("an item needs at least one unit");
    }
  }

  /** Returns how many units to ship. */
  public int quantity() {
    return units.size();
  }
}
