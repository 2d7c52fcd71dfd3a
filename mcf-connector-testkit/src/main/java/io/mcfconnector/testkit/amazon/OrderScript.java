// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How simulated fulfillment orders fare, from receipt to delivery. Immutable; every method returns
 * a changed copy. Times count from the order's receipt.
 *
 * <p>{@link #normal()}: planned after 5 minutes, picked after 30, one parcel with Amazon Logistics
 * that leaves after 8 hours and arrives 2 days later.
 */
public final class OrderScript {

  /** How an order ends that is not simply shipped. */
  enum Ending {
    SHIPPED,
    UNFULFILLABLE,
    INVALID,
    CANCELLED
  }

  private static final OrderScript NORMAL = new OrderScript(new Values());

  private final Values values;

  private OrderScript(Values values) {
    this.values = values;
  }

  /** Returns the way of an ordinary order. */
  public static OrderScript normal() {
    return NORMAL;
  }

  /** Accepts with 202 or an empty 200, and shows the order to reads only later; default at once. */
  public OrderScript visibleAfter(Duration time) {
    return changed(next -> next.visibleAfter = time);
  }

  /** Moves the order from Received to Planning; default 5 minutes. */
  public OrderScript planningAfter(Duration time) {
    return changed(next -> next.planningAfter = time);
  }

  /** Moves the order to Processing, from when it cannot be cancelled; default 30 minutes. */
  public OrderScript processingAfter(Duration time) {
    return changed(next -> next.processingAfter = time);
  }

  /**
   * Shows Amazon's own tracking number, when the order is one that gets one; default 3 minutes.
   * Such orders come in by version 2026-07-04 with the channel TIKTOK, a destination in the United
   * States, one line item and one parcel.
   */
  public OrderScript amazonNumberAfter(Duration time) {
    return changed(next -> next.amazonNumberAfter = time);
  }

  /** Ships in these parcels; default one. */
  public OrderScript packages(PackageScript first, PackageScript... more) {
    List<PackageScript> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(more));
    return changed(next -> next.packages = List.copyOf(all));
  }

  /** Ships in one parcel that leaves at this time. */
  public OrderScript shippedAfter(Duration time) {
    return packages(PackageScript.shippedAfter(time));
  }

  /**
   * Ships in several parcels, each a shipment of its own, and spreads the units evenly over them.
   *
   * @param count how many
   * @param first when the first one leaves
   * @param between time from one to the next
   */
  public OrderScript splitInto(int count, Duration first, Duration between) {
    if (count < 1) {
      throw new IllegalArgumentException("count: below 1");
    }
    List<PackageScript> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Duration leaves = first.plus(between.multipliedBy(i));
      parts.add(PackageScript.shippedAfter(leaves).inShipment(i + 1));
    }
    return changed(next -> next.packages = List.copyOf(parts));
  }

  /** Finds no sellable unit: the order becomes Unfulfillable when it would be picked. */
  public OrderScript unfulfillable() {
    return changed(next -> next.ending = Ending.UNFULFILLABLE);
  }

  /** Fails Amazon's validation: the order becomes Invalid when it would be planned. */
  public OrderScript invalid() {
    return changed(next -> next.ending = Ending.INVALID);
  }

  /** Amazon cancels the order by itself when it would be picked. */
  public OrderScript cancelledByAmazon() {
    return changed(next -> next.ending = Ending.CANCELLED);
  }

  /** Does not find some units: the rest ships and the order ends as CompletePartialled. */
  public OrderScript missing(String msku, int units) {
    return changed(next -> next.missing.merge(msku, units, Integer::sum));
  }

  /**
   * Drops the first plan: its shipments become CANCELLED_BY_FULFILLER some time after picking began
   * and new ones take their place, all parcels that much later. Without effect once a parcel left.
   */
  public OrderScript replannedAfter(Duration time) {
    return changed(next -> next.replannedAfter = time);
  }

  /** Shows CompletePartialled from the first shipment on, while others are still on their way. */
  public OrderScript partialWhileShipping() {
    return changed(next -> next.partialWhileShipping = true);
  }

  /** Accepts cancels that come in time, and ships all the same. */
  public OrderScript cancelIgnored() {
    return changed(next -> next.cancelIgnored = true);
  }

  /**
   * Lets accepted cancels take effect only after this time, also when picking began meanwhile;
   * default at once. Without effect when a parcel left before.
   */
  public OrderScript cancelTakes(Duration time) {
    return changed(next -> next.cancelTakes = time);
  }

  Duration visibleAfter() {
    return values.visibleAfter;
  }

  Duration planningAfter() {
    return values.planningAfter;
  }

  Duration processingAfter() {
    return values.processingAfter;
  }

  Duration amazonNumberAfter() {
    return values.amazonNumberAfter;
  }

  List<PackageScript> packages() {
    return values.packages;
  }

  Ending ending() {
    return values.ending;
  }

  Map<String, Integer> missing() {
    return values.missing;
  }

  @Nullable Duration replannedAfter() {
    return values.replannedAfter;
  }

  boolean isPartialWhileShipping() {
    return values.partialWhileShipping;
  }

  boolean isCancelIgnored() {
    return values.cancelIgnored;
  }

  Duration cancelTakes() {
    return values.cancelTakes;
  }

  private OrderScript changed(Consumer<Values> change) {
    Values next = new Values(values);
    change.accept(next);
    return new OrderScript(next);
  }

  private static final class Values {
    private Duration visibleAfter = Duration.ZERO;
    private Duration planningAfter = Duration.ofMinutes(5);
    private Duration processingAfter = Duration.ofMinutes(30);
    private Duration amazonNumberAfter = Duration.ofMinutes(3);
    private List<PackageScript> packages = List.of(PackageScript.shippedAfter(Duration.ofHours(8)));
    private Ending ending = Ending.SHIPPED;
    private final Map<String, Integer> missing = new LinkedHashMap<>();
    private @Nullable Duration replannedAfter;
    private boolean partialWhileShipping;
    private boolean cancelIgnored;
    private Duration cancelTakes = Duration.ZERO;

    private Values() {}

    private Values(Values other) {
      visibleAfter = other.visibleAfter;
      planningAfter = other.planningAfter;
      processingAfter = other.processingAfter;
      amazonNumberAfter = other.amazonNumberAfter;
      packages = other.packages;
      ending = other.ending;
      missing.putAll(other.missing);
      replannedAfter = other.replannedAfter;
      partialWhileShipping = other.partialWhileShipping;
      cancelIgnored = other.cancelIgnored;
      cancelTakes = other.cancelTakes;
    }
  }
}
