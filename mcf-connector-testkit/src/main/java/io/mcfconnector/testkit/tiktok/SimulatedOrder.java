// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An order that a buyer is going to place at the simulated shop. Immutable. */
public final class SimulatedOrder {

  /** Who ships an order. */
  public enum Shipping {
    /** The seller, with a carrier of its choice. */
    BY_SELLER,
    /** The seller hands over, TikTok chose the carrier; TikTok hides the address. */
    LABEL_BY_TIKTOK,
    /** TikTok stores and ships. */
    FULFILLED_BY_TIKTOK
  }

  /** What an answer shows instead of a hidden address; no document settles it. */
  public enum HiddenAddress {
    /** Text with asterisks. */
    MASKED,
    /** Empty text. */
    EMPTY,
    /** No address at all. */
    ABSENT
  }

  private final String id;
  private final List<String> skuIds;
  private final Recipient recipient;
  private final Shipping shipping;
  private final Duration age;
  private final Duration paidAfter;
  private final boolean held;
  private final boolean addressNeverShown;
  private final HiddenAddress hiddenAddress;
  private final String warehouseId;

  private SimulatedOrder(Builder builder) {
    id = builder.id;
    skuIds = List.copyOf(builder.skuIds);
    recipient = builder.recipient;
    shipping = builder.shipping;
    age = builder.age;
    paidAfter = builder.paidAfter;
    held = builder.held;
    addressNeverShown = builder.addressNeverShown;
    hiddenAddress = builder.hiddenAddress;
    warehouseId = builder.warehouseId;
  }

  /**
   * Returns a builder for an order of the seller's own shipping that is paid at once and then held
   * for one hour.
   *
   * @param id 15 to 20 digits, as TikTok's ids are
   * @param recipient who ordered
   */
  public static Builder builder(String id, Recipient recipient) {
    return new Builder(id, recipient);
  }

  /** Returns the order id. */
  public String id() {
    return id;
  }

  /** Returns the SKU id of each unit. */
  public List<String> skuIds() {
    return skuIds;
  }

  /** Returns who ordered. */
  public Recipient recipient() {
    return recipient;
  }

  /** Returns who ships. */
  public Shipping shipping() {
    return shipping;
  }

  String warehouseId() {
    return warehouseId;
  }

  Duration age() {
    return age;
  }

  Duration paidAfter() {
    return paidAfter;
  }

  boolean held() {
    return held;
  }

  boolean addressNeverShown() {
    return addressNeverShown;
  }

  HiddenAddress hiddenAddress() {
    return hiddenAddress;
  }

  @Override
  public String toString() {
    return "SimulatedOrder[" + id + ", " + skuIds.size() + " units]";
  }

  /** Collects the parts of an order. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final Recipient recipient;
    private final List<String> skuIds = new ArrayList<>();
    private Shipping shipping = Shipping.BY_SELLER;
    private Duration age = Duration.ZERO;
    private Duration paidAfter = Duration.ZERO;
    private boolean held = true;
    private boolean addressNeverShown;
    private HiddenAddress hiddenAddress = HiddenAddress.MASKED;
    private String warehouseId = SampleCatalogue.WAREHOUSE;

    private Builder(String id, Recipient recipient) {
      if (!id.matches("\\d{15,20}")) {
        throw new IllegalArgumentException("an order id has 15 to 20 digits, but this is " + id);
      }
      this.id = id;
      this.recipient = recipient;
    }

    /** Adds units of a SKU. */
    public Builder units(String skuId, int count) {
      skuIds.addAll(Collections.nCopies(count, skuId));
      return this;
    }

    /** Sets who ships. */
    public Builder shipping(Shipping shipping) {
      this.shipping = shipping;
      return this;
    }

    /** Sets how long ago the buyer ordered when the order is added; zero unless set. */
    public Builder age(Duration age) {
      this.age = age;
      return this;
    }

    /** Sets how long the buyer takes to pay; zero unless set. */
    public Builder paidAfter(Duration time) {
      this.paidAfter = time;
      return this;
    }

    /**
     * Makes an order that is never on hold, as some categories have it; the seller has to wait for
     * an hour after the payment all the same.
     */
    public Builder neverOnHold() {
      this.held = false;
      return this;
    }

    /** Makes an order whose address stays hidden in every status. */
    public Builder addressNeverShown() {
      this.addressNeverShown = true;
      return this;
    }

    /** Sets what a hidden address looks like; masked unless set. */
    public Builder hiddenAddress(HiddenAddress hiddenAddress) {
      this.hiddenAddress = hiddenAddress;
      return this;
    }

    /** Sets the warehouse it ships from; {@link SampleCatalogue#WAREHOUSE} unless set. */
    public Builder warehouse(String id) {
      this.warehouseId = id;
      return this;
    }

    /**
     * Returns the order.
     *
     * @throws IllegalStateException when it has no units
     */
    public SimulatedOrder build() {
      if (skuIds.isEmpty()) {
        throw new IllegalStateException("an order needs at least one unit");
      }
      return new SimulatedOrder(this);
    }
  }
}
