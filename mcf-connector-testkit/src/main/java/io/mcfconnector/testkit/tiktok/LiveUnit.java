// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import org.jspecify.annotations.Nullable;

/** One unit of an order. */
final class LiveUnit {

  private final String id;
  private final String skuId;
  private @Nullable Parcel parcel;
  private LiveOrder.@Nullable Cancellation cancellation;

  LiveUnit(String id, String skuId) {
    this.id = id;
    this.skuId = skuId;
  }

  String id() {
    return id;
  }

  String skuId() {
    return skuId;
  }

  @Nullable Parcel parcel() {
    return parcel;
  }

  void ship(Parcel shipped) {
    parcel = shipped;
  }

  void cancel(LiveOrder.Cancellation cancelled) {
    cancellation = cancelled;
  }

  LiveOrder.@Nullable Cancellation cancellation() {
    return cancellation;
  }

  boolean isCancelled() {
    return cancellation != null;
  }

  /** Returns whether the unit is still to be shipped. */
  boolean isOpen() {
    return parcel == null && cancellation == null;
  }

  OrderSnapshot.Unit snapshot() {
    boolean cancelled = isCancelled();
    return parcel == null
        ? new OrderSnapshot.Unit(id, skuId, null, null, null, cancelled)
        : new OrderSnapshot.Unit(
            id, skuId, parcel.id(), parcel.trackingNumber(), parcel.providerId(), cancelled);
  }
}
