// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fulfillment order as the network shows it at one moment. Holds no buyer data: of the
 * destination only a fingerprint crosses the border.
 *
 * @param id the id it was created with
 * @param status where it stands
 * @param rawStatus the network's own word for it
 * @param destination fingerprint of the required address parts; absent when the network hides them
 * @param items its lines
 * @param shipments its shipments as far as known
 */
public record FulfillmentSnapshot(
    FulfillmentOrderId id,
    FulfillmentStatus status,
    String rawStatus,
    @Nullable AddressFingerprint destination,
    List<Item> items,
    List<Shipment> shipments) {

  /** Copies the lists. */
  public FulfillmentSnapshot {
    items = List.copyOf(items);
    shipments = List.copyOf(shipments);
  }

  /**
   * Returns whether this is what we asked for: the same units of the same SKUs to the same
   * destination.
   */
  public boolean matches(PlacementIntent intent) {
    Map<Msku, Integer> found = new HashMap<>();
    items.forEach(item -> found.merge(item.msku(), item.ordered(), Integer::sum));
    boolean sameDestination = destination == null || destination.equals(intent.destination());
    return sameDestination && found.equals(intent.units());
  }

  /**
   * One line of a fulfillment order.
   *
   * @param id our id of the line
   * @param msku the SKU
   * @param ordered units asked for
   * @param cancelled units that will not ship because somebody cancelled them
   * @param unfulfillable units that will not ship because the network has none
   */
  public record Item(String id, Msku msku, int ordered, int cancelled, int unfulfillable) {}

  /**
   * A change the network reports.
   *
   * @param id which fulfillment order changed
   * @param updatedAt when; absent when the network does not tell
   * @param snapshot the order itself when the report contains it; otherwise it has to be read
   * @param phase how far the order is, as far as the report tells
   */
  public record Change(
      FulfillmentOrderId id,
      @Nullable Instant updatedAt,
      @Nullable FulfillmentSnapshot snapshot,
      Phase phase) {

    /** Creates a change that tells no phase. */
    public Change(
        FulfillmentOrderId id,
        @Nullable Instant updatedAt,
        @Nullable FulfillmentSnapshot snapshot) {
      this(id, updatedAt, snapshot, Phase.UNTOLD);
    }

    /** How far an order is; tells the reader whether there can be anything new to read. */
    public enum Phase {
      /**
       * Nobody packs yet, so no carrier has given a number. An order of a single item may have the
       * network's own number already.
       */
      WAITING,
      /** Picking has begun; numbers may show at any time. */
      PACKING,
      /** Every unit has left; none is cancelled or missing. */
      SHIPPED,
      /** Anything else, or not told: only a read tells. */
      UNTOLD
    }
  }
}
