// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of a routed order and what we told the channel about it. Generation, shipment and parcel
 * id together name it.
 *
 * @param generation which of the order's fulfillment orders it belongs to
 * @param shipmentId the network's shipment
 * @param parcel the parcel as last seen
 * @param lineItems the units confirmed with this parcel; each unit belongs to exactly one parcel
 * @param confirmation what the channel knows
 */
public record TrackedPackage(
    int generation,
    String shipmentId,
    ShipmentPackage parcel,
    List<LineItemId> lineItems,
    Confirmation confirmation) {

  /** Copies the list. */
  public TrackedPackage {
    lineItems = List.copyOf(lineItems);
  }

  /** Returns whether this is the given parcel of the given shipment of a fulfillment order. */
  public boolean is(int generation, String shipmentId, String packageId) {
    return this.generation == generation
        && this.shipmentId.equals(shipmentId)
        && parcel.id().equals(packageId);
  }

  /** Returns whether the channel is still to be told, without a person's help. */
  public boolean awaitsConfirmation() {
    return confirmation.verdict().isUnderway()
        && !lineItems.isEmpty()
        && parcel.trackingNumber() != null;
  }

  /** Returns whether it has a tracking number, whether the channel was told or not. */
  public boolean isShipped() {
    return parcel.trackingNumber() != null || confirmation.verdict() != Verdict.OPEN;
  }

  /** Returns this parcel with another confirmation. */
  public TrackedPackage with(Confirmation confirmation) {
    return new TrackedPackage(generation, shipmentId, parcel, lineItems, confirmation);
  }

  /** Returns this parcel, open again if it was set aside for a person. */
  TrackedPackage reopened() {
    return confirmation.verdict() == Verdict.SET_ASIDE ? with(Confirmation.OPEN) : this;
  }

  /** What the channel knows of a parcel. */
  public enum Verdict {
    /** Nothing was sent. */
    OPEN,
    /** Intent stored; the call may have been sent. */
    CONFIRMING,
    /** The channel has it. */
    CONFIRMED,
    /** The channel has it; intent stored to give it another number. */
    CORRECTING,
    /** The channel does not have it, and is not told before a person decides. */
    SET_ASIDE;

    /** Returns whether there is a call to make or to settle. */
    public boolean isUnderway() {
      return this == OPEN || this == CONFIRMING || this == CORRECTING;
    }

    /** Returns whether the channel has a number of the parcel. */
    public boolean isKnownToChannel() {
      return this == CONFIRMED || this == CORRECTING;
    }
  }

  /**
   * What we told the channel.
   *
   * @param verdict how sure we are
   * @param number the number sent, while correcting the new one; absent before
   * @param provider the shipping provider sent; absent before
   * @param channelPackageId the channel's id of the package; absent until confirmed
   * @param warning what the channel said beside its yes; absent without one
   * @param at when it was confirmed, or the intent stored; absent before
   * @param replaced the number that the channel had before it was corrected, or before the intent
   *     to; absent when it never was. A channel may allow one correction only.
   */
  public record Confirmation(
      Verdict verdict,
      @Nullable TrackingNumber number,
      @Nullable ShippingProviderId provider,
      @Nullable String channelPackageId,
      @Nullable TrackingWarning warning,
      @Nullable Instant at,
      @Nullable TrackingNumber replaced) {

    /** Nothing was sent. */
    public static final Confirmation OPEN =
        new Confirmation(Verdict.OPEN, null, null, null, null, null, null);

    /** Not sent, and not to be sent before a person decides. */
    public static final Confirmation SET_ASIDE =
        new Confirmation(Verdict.SET_ASIDE, null, null, null, null, null, null);

    /** Returns the intent to send this number. */
    public static Confirmation intent(
        TrackingNumber number, ShippingProviderId provider, Instant at) {
      return new Confirmation(Verdict.CONFIRMING, number, provider, null, null, at, null);
    }

    /** Returns this confirmation as taken by the channel. */
    public Confirmation confirmed(
        @Nullable String channelPackageId, @Nullable TrackingWarning warning, Instant at) {
      return new Confirmation(
          Verdict.CONFIRMED, number, provider, channelPackageId, warning, at, replaced);
    }
  }
}
