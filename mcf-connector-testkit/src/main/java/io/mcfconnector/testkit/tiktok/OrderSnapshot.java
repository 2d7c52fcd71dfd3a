// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands in the simulated shop.
 *
 * @param id the order id
 * @param status TikTok's word, such as {@code AWAITING_SHIPMENT}
 * @param createdAt when the buyer ordered
 * @param updatedAt when it changed last
 * @param shippedAt when its last open unit was marked as shipped; {@code null} before
 * @param cancelRequested whether a cancel request of the buyer is open
 * @param units its units
 */
public record OrderSnapshot(
    String id,
    String status,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant shippedAt,
    boolean cancelRequested,
    List<Unit> units) {

  /** Copies the list. */
  public OrderSnapshot {
    units = List.copyOf(units);
  }

  /** Returns the tracking numbers of its packages, sorted. */
  public Set<String> trackingNumbers() {
    Set<String> numbers = new TreeSet<>();
    for (Unit unit : units) {
      if (unit.trackingNumber() != null) {
        numbers.add(unit.trackingNumber());
      }
    }
    return numbers;
  }

  /** Returns whether there are packages and every unit that was not cancelled is in one. */
  public boolean fullyShipped() {
    return units.stream().anyMatch(unit -> unit.packageId() != null)
        && units.stream().allMatch(unit -> unit.packageId() != null || unit.cancelled());
  }

  /**
   * One unit.
   *
   * @param lineItemId TikTok's id of the unit
   * @param skuId what was bought
   * @param packageId the package that holds it; {@code null} before it is shipped
   * @param trackingNumber number of the package; {@code null} before it is shipped
   * @param shippingProviderId provider of the package; {@code null} before it is shipped
   * @param cancelled whether the unit was cancelled
   */
  public record Unit(
      String lineItemId,
      String skuId,
      @Nullable String packageId,
      @Nullable String trackingNumber,
      @Nullable String shippingProviderId,
      boolean cancelled) {}
}
