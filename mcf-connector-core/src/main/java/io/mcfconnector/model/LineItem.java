// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * <em>One unit</em> of a SKU in an order. There is no quantity: three mugs are three line items.
 *
 * @param id the unit's id
 * @param sku what was bought
 * @param bundle the SKUs to ship when {@code sku} is a virtual bundle; empty otherwise
 * @param status where the unit stands
 * @param shippedIn the package that holds the unit, once the channel knows it
 */
public record LineItem(
    LineItemId id,
    ChannelSku sku,
    List<BundleComponent> bundle,
    Status status,
    @Nullable ShippedIn shippedIn) {

  /** Copies the list. */
  public LineItem {
    bundle = List.copyOf(bundle);
  }

  /** Where one unit stands. */
  public enum Status {
    /** Still to ship. */
    OPEN,
    /** Shipped or further. */
    SHIPPED,
    /** Cancelled. */
    CANCELLED
  }

  /**
   * The channel's own view of the unit's package.
   *
   * @param packageId the channel's package id
   * @param trackingNumber the number the channel holds; absent when it shows none
   */
  public record ShippedIn(String packageId, @Nullable TrackingNumber trackingNumber) {}
}
