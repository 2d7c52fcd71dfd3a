// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The buyer's purchase, as the sales channel showed it at one moment. Lives in memory only: what
 * the router keeps of it is the {@link RoutingRecord}.
 *
 * @param id the channel's order id
 * @param shop the shop that sold it
 * @param status where it stands
 * @param rawStatus the channel's own word for it
 * @param fulfilledBy who stores and packs
 * @param shippedBy who chooses the carrier
 * @param traits what makes it special
 * @param createdAt when it was made
 * @param updatedAt when its status last changed
 * @param paidAt when it was paid; absent before
 * @param total what the buyer pays for all of it; absent when not told
 * @param deadlines the channel's clocks
 * @param warehouseId the channel's warehouse that shall serve it; absent when not told
 * @param deliveryOptionId key to the channel's list of shipping providers; absent when not told
 * @param deliveryOptionName what the buyer chose; absent when not told
 * @param destination where it goes; absent while the channel hides it
 * @param lineItems the units, one by one
 */
public record Order(
    OrderId id,
    ShopId shop,
    OrderStatus status,
    String rawStatus,
    Party fulfilledBy,
    Party shippedBy,
    Set<OrderTrait> traits,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant paidAt,
    @Nullable Money total,
    Deadlines deadlines,
    @Nullable String warehouseId,
    @Nullable String deliveryOptionId,
    @Nullable String deliveryOptionName,
    @Nullable Address destination,
    List<LineItem> lineItems) {

  /** Copies the collections. */
  public Order {
    traits = Set.copyOf(traits);
    lineItems = List.copyOf(lineItems);
  }

  /** Returns a builder for the order with this id. */
  public static Builder builder(OrderId id, ShopId shop) {
    return new Builder(id, shop);
  }

  /** Returns a builder that starts with this order. */
  public Builder toBuilder() {
    return new Builder(id, shop)
        .status(status, rawStatus)
        .fulfilledBy(fulfilledBy)
        .shippedBy(shippedBy)
        .traits(traits)
        .createdAt(createdAt)
        .updatedAt(updatedAt)
        .paidAt(paidAt)
        .total(total)
        .deadlines(deadlines)
        .warehouseId(warehouseId)
        .deliveryOption(deliveryOptionId, deliveryOptionName)
        .destination(destination)
        .lineItems(lineItems);
  }

  /** Returns whether the order has this trait. */
  public boolean is(OrderTrait trait) {
    return traits.contains(trait);
  }

  /** Returns the units that are still to ship. */
  public List<LineItem> openLineItems() {
    return lineItems.stream().filter(item -> item.status() == LineItem.Status.OPEN).toList();
  }

  @Override
  public String toString() {
    return "Order[" + id + ", " + rawStatus + ", " + lineItems.size() + " units]";
  }

  /** Collects the parts of an {@link Order}. Not thread-safe. */
  public static final class Builder {
    private final OrderId id;
    private final ShopId shop;
    private OrderStatus status = OrderStatus.UNKNOWN;
    private String rawStatus = "";
    private Party fulfilledBy = Party.SELLER;
    private Party shippedBy = Party.SELLER;
    private Set<OrderTrait> traits = EnumSet.noneOf(OrderTrait.class);
    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;
    private @Nullable Instant paidAt;
    private @Nullable Money total;
    private Deadlines deadlines = Deadlines.NONE;
    private @Nullable String warehouseId;
    private @Nullable String deliveryOptionId;
    private @Nullable String deliveryOptionName;
    private @Nullable Address destination;
    private List<LineItem> lineItems = List.of();

    private Builder(OrderId id, ShopId shop) {
      this.id = id;
      this.shop = shop;
    }

    /** Sets the status and the channel's own word for it; unknown unless set. */
    public Builder status(OrderStatus status, String rawStatus) {
      this.status = status;
      this.rawStatus = rawStatus;
      return this;
    }

    /** Sets who stores and packs; the seller unless set. */
    public Builder fulfilledBy(Party fulfilledBy) {
      this.fulfilledBy = fulfilledBy;
      return this;
    }

    /** Sets who chooses the carrier; the seller unless set. */
    public Builder shippedBy(Party shippedBy) {
      this.shippedBy = shippedBy;
      return this;
    }

    /** Sets what makes the order special; nothing unless set. */
    public Builder traits(Set<OrderTrait> traits) {
      this.traits = traits;
      return this;
    }

    /** Sets when the order was made. */
    public Builder createdAt(Instant createdAt) {
      this.createdAt = createdAt;
      return this;
    }

    /** Sets when the status last changed. */
    public Builder updatedAt(Instant updatedAt) {
      this.updatedAt = updatedAt;
      return this;
    }

    /** Sets when the order was paid. */
    public Builder paidAt(@Nullable Instant paidAt) {
      this.paidAt = paidAt;
      return this;
    }

    /** Sets what the buyer pays. */
    public Builder total(@Nullable Money total) {
      this.total = total;
      return this;
    }

    /** Sets the channel's clocks; none unless set. */
    public Builder deadlines(Deadlines deadlines) {
      this.deadlines = deadlines;
      return this;
    }

    /** Sets the channel's warehouse. */
    public Builder warehouseId(@Nullable String warehouseId) {
      this.warehouseId = warehouseId;
      return this;
    }

    /** Sets the delivery option. */
    public Builder deliveryOption(@Nullable String id, @Nullable String name) {
      this.deliveryOptionId = id;
      this.deliveryOptionName = name;
      return this;
    }

    /** Sets where the order goes. */
    public Builder destination(@Nullable Address destination) {
      this.destination = destination;
      return this;
    }

    /** Sets the units. */
    public Builder lineItems(List<LineItem> lineItems) {
      this.lineItems = lineItems;
      return this;
    }

    /** Returns the order. */
    public Order build() {
      return new Order(
          id,
          shop,
          status,
          rawStatus,
          fulfilledBy,
          shippedBy,
          traits,
          createdAt,
          updatedAt,
          paidAt,
          total,
          deadlines,
          warehouseId,
          deliveryOptionId,
          deliveryOptionName,
          destination,
          lineItems);
    }
  }
}
