// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated Amazon knows of one fulfillment order at one moment; without the destination.
 *
 * @param id as the client chose it
 * @param version API version that created it, {@code 2020-07-01} or {@code 2026-07-04}
 * @param channel sales channel the client named; {@code null} without one
 * @param status as version 2020-07-01 writes it, for example {@code Processing}
 * @param receivedAt when the create call arrived
 * @param statusUpdatedAt last change, as list filters see it
 * @param items lines
 * @param packages parcels of living shipments, in the order of their plan
 * @param createAttempts create calls with this id, refused ones included
 */
public record FulfillmentOrderSnapshot(
    String id,
    String version,
    @Nullable String channel,
    String status,
    Instant receivedAt,
    Instant statusUpdatedAt,
    List<Item> items,
    List<ShipmentPackage> packages,
    int createAttempts) {

  /** Copies the lists. */
  public FulfillmentOrderSnapshot {
    items = List.copyOf(items);
    packages = List.copyOf(packages);
  }

  /** Returns whether a line asks for this MSKU. */
  public boolean contains(String msku) {
    return items.stream().anyMatch(item -> item.msku().equals(msku));
  }

  /** Returns the units asked for. */
  public int units() {
    return items.stream().mapToInt(Item::units).sum();
  }

  /**
   * One line.
   *
   * @param lineItemId the client's id of the line
   * @param msku SKU in Amazon's catalog
   * @param units asked for
   * @param cancelledUnits cancelled
   * @param unfulfillableUnits not found
   */
  public record Item(
      String lineItemId, String msku, int units, int cancelledUnits, int unfulfillableUnits) {}

  /**
   * One parcel.
   *
   * @param shipmentId Amazon's id of the shipment
   * @param packageNumber its number in version 2020-07-01
   * @param packageId its id in version 2026-07-04
   * @param carrierCode carrier as Amazon writes it
   * @param trackingNumber carrier's number; {@code null} until it shows
   * @param amazonTrackingNumber Amazon's own number; {@code null} without one
   * @param shipped whether it left
   * @param delivered whether it arrived
   * @param contents units by line
   */
  public record ShipmentPackage(
      String shipmentId,
      int packageNumber,
      String packageId,
      String carrierCode,
      @Nullable String trackingNumber,
      @Nullable String amazonTrackingNumber,
      boolean shipped,
      boolean delivered,
      List<Content> contents) {

    /** Copies the list. */
    public ShipmentPackage {
      contents = List.copyOf(contents);
    }
  }

  /**
   * Units of one line in a parcel.
   *
   * @param lineItemId the line
   * @param msku its SKU
   * @param units how many
   */
  public record Content(String lineItemId, String msku, int units) {}
}
