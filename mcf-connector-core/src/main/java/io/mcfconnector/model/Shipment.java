// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.util.List;

/**
 * One dispatch from one fulfillment center.
 *
 * @param id the network's id
 * @param status where it stands
 * @param packages its parcels as far as known
 */
public record Shipment(String id, Status status, List<ShipmentPackage> packages) {

  /** Copies the list. */
  public Shipment {
    packages = List.copyOf(packages);
  }

  /** Where a shipment stands. */
  public enum Status {
    /** Being picked and packed. */
    PENDING,
    /** All its parcels left the building. */
    SHIPPED,
    /** Given up, by the network or by us; says nothing about the whole order. */
    CANCELLED,
    /** A word this version does not know. */
    UNKNOWN
  }
}
