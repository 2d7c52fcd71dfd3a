// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import org.jspecify.annotations.Nullable;

/** One unit of an order. */
final class LiveUnit {

  private final String id;
  private final String skuId;
  private @Nullable Parcel parcel;

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

  OrderSnapshot.Unit snapshot() {
    return parcel == null
        ? new OrderSnapshot.Unit(id, skuId, null, null, null)
        : new OrderSnapshot.Unit(
            id, skuId, parcel.id(), parcel.trackingNumber(), parcel.providerId());
  }
}
