// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transform;

import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the network shall ship for an order, as far as its SKUs are mapped.
 *
 * @param items what to ship for the line items whose every SKU is mapped
 * @param unmapped the SKUs that nobody mapped and that stand in the way of other line items; empty
 *     when all are mapped
 * @param unserved the line items that the network never ships, as the mapping says
 */
public record PlannedItems(
    List<FulfillmentOrderItem> items, List<Unmapped> unmapped, List<LineItemId> unserved) {

  /** Copies the lists. */
  public PlannedItems {
    items = List.copyOf(items);
    unmapped = List.copyOf(unmapped);
    unserved = List.copyOf(unserved);
  }

  /** Returns whether {@link #items()} serves every open line item, so that it may be placed. */
  public boolean isComplete() {
    return unmapped.isEmpty() && unserved.isEmpty();
  }

  /**
   * A SKU without a usable mapping.
   *
   * @param sku the SKU to map
   * @param lineItems the line items that need it
   * @param problem what the mapper threw, or what is wrong with its answer; {@code null} when it
   *     just has no mapping for the SKU
   */
  public record Unmapped(
      ChannelSku sku, List<LineItemId> lineItems, @Nullable RuntimeException problem) {

    /** Copies the list. */
    public Unmapped {
      lineItems = List.copyOf(lineItems);
    }
  }
}
