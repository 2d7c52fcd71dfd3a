// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Instant;

/** A package that came into being when units were marked as shipped. */
final class Parcel {

  private final String id;
  private final LiveOrder order;
  private final Instant shippedAt;
  private String trackingNumber;
  private String providerId;

  Parcel(String id, LiveOrder order, Instant shippedAt, String trackingNumber, String providerId) {
    this.id = id;
    this.order = order;
    this.shippedAt = shippedAt;
    this.trackingNumber = trackingNumber;
    this.providerId = providerId;
  }

  String id() {
    return id;
  }

  LiveOrder order() {
    return order;
  }

  Instant shippedAt() {
    return shippedAt;
  }

  String trackingNumber() {
    return trackingNumber;
  }

  String providerId() {
    return providerId;
  }

  void correct(String trackingNumber, String providerId) {
    this.trackingNumber = trackingNumber;
    this.providerId = providerId;
  }
}
