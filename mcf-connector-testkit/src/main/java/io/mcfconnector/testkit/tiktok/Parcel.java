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
  private boolean traceable;
  private Instant traceableSince;

  Parcel(
      String id,
      LiveOrder order,
      Instant shippedAt,
      String trackingNumber,
      String providerId,
      boolean traceable) {
    this.id = id;
    this.order = order;
    this.shippedAt = shippedAt;
    this.trackingNumber = trackingNumber;
    this.providerId = providerId;
    this.traceable = traceable;
    this.traceableSince = shippedAt;
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

  /** Returns since when a carrier can scan it; {@link Instant#MAX} when none ever will. */
  Instant traceableSince() {
    return traceable ? traceableSince : Instant.MAX;
  }

  void correct(String number, String provider, boolean nowTraceable, Instant at) {
    trackingNumber = number;
    providerId = provider;
    if (!traceable) {
      traceableSince = at;
    }
    traceable = nowTraceable;
  }
}
