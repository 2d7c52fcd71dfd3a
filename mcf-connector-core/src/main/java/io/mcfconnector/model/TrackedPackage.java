// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of a routed order and what we told the channel about it.
 *
 * @param shipmentId the network's shipment
 * @param parcel the parcel as last seen
 * @param lineItems the units confirmed with this parcel; each unit belongs to exactly one parcel
 * @param confirmation what the channel knows
 */
public record TrackedPackage(
    String shipmentId,
    ShipmentPackage parcel,
    List<LineItemId> lineItems,
    Confirmation confirmation) {

  /** Copies the list. */
  public TrackedPackage {
    lineItems = List.copyOf(lineItems);
  }

  /** Returns whether this is the given parcel of the given shipment. */
  public boolean is(String shipmentId, String packageId) {
    return this.shipmentId.equals(shipmentId) && parcel.id().equals(packageId);
  }

  /** Returns whether the channel is still to be told. */
  public boolean awaitsConfirmation() {
    return confirmation.verdict() != Verdict.CONFIRMED
        && !lineItems.isEmpty()
        && parcel.trackingNumber() != null;
  }

  /** Returns whether it has a tracking number, whether the channel was told or not. */
  public boolean isShipped() {
    return parcel.trackingNumber() != null || confirmation.verdict() != Verdict.OPEN;
  }

  /** Returns this parcel with another confirmation. */
  public TrackedPackage with(Confirmation confirmation) {
    return new TrackedPackage(shipmentId, parcel, lineItems, confirmation);
  }

  /** What the channel knows of a parcel. */
  public enum Verdict {
    /** Nothing was sent. */
    OPEN,
    /** Intent stored; the call may have been sent. */
    CONFIRMING,
    /** The channel has it. */
    CONFIRMED
  }

  /**
   * What we told the channel.
   *
   * @param verdict how sure we are
   * @param number the number sent; absent before
   * @param provider the shipping provider sent; absent before
   * @param channelPackageId the channel's id of the package; absent until confirmed
   * @param warning what the channel said beside its yes; absent without one
   * @param at when it was confirmed, or the intent stored; absent before
   */
  public record Confirmation(
      Verdict verdict,
      @Nullable TrackingNumber number,
      @Nullable ShippingProviderId provider,
      @Nullable String channelPackageId,
      @Nullable String warning,
      @Nullable Instant at) {

    /** Nothing was sent. */
    public static final Confirmation OPEN =
        new Confirmation(Verdict.OPEN, null, null, null, null, null);

    /** Returns the intent to send this number. */
    public static Confirmation intent(
        TrackingNumber number, ShippingProviderId provider, Instant at) {
      return new Confirmation(Verdict.CONFIRMING, number, provider, null, null, at);
    }

    /** Returns this confirmation as taken by the channel. */
    public Confirmation confirmed(
        @Nullable String channelPackageId, @Nullable String warning, Instant at) {
      return new Confirmation(Verdict.CONFIRMED, number, provider, channelPackageId, warning, at);
    }
  }
}
