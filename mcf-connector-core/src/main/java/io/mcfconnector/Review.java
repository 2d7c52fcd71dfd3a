// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.internal.RepairDesk;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.ReviewText;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.spi.SkuMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits for a person, as it was when it was asked for: why, until when, and what may
 * be done. Holds no buyer data. Thread-safe.
 */
public final class Review {

  private final RoutingRecord record;
  private final ReviewNote note;
  private final RepairDesk desk;
  private final Set<Repair.Kind> offers;
  private final @Nullable Duration slack;

  Review(RoutingRecord record, RepairDesk desk) {
    this.record = record;
    this.note = Objects.requireNonNull(record.review());
    this.desk = desk;
    this.offers = Offers.of(record, desk.canMap());
    Instant deadline = record.deadlines().earliest();
    this.slack = deadline == null ? null : Duration.between(desk.clock().instant(), deadline);
  }

  /** Returns the order. */
  public OrderId orderId() {
    return record.orderId();
  }

  /** Returns the kind of trouble. */
  public ReviewCode code() {
    return note.code();
  }

  /** Returns what is special about this order: one sentence and facts. */
  public ReviewNote note() {
    return note;
  }

  /** Returns what happened, why it matters, what to do and which clock runs, for any such order. */
  public ReviewText text() {
    return ReviewText.of(note.code());
  }

  /** Returns the channel's earliest clock; {@code null} when it names none. */
  public @Nullable Instant deadline() {
    return record.deadlines().earliest();
  }

  /**
   * Returns the time that was left until the deadline, negative when it was over; {@code null}
   * without deadline.
   */
  public @Nullable Duration slack() {
    return slack;
  }

  /** Returns the kinds of repair that this review takes, those that need input included. */
  public Set<Repair.Kind> offers() {
    return offers;
  }

  /** Returns the repairs that need no input. */
  public List<Repair> repairs() {
    return ReviewRepair.withoutInput(record, offers, desk);
  }

  /** Returns the SKUs of this order that nobody mapped. */
  public List<ChannelSku> unmappedSkus() {
    return desk.unmapped(record);
  }

  /**
   * Returns the repair that maps a SKU to one unit of an MSKU.
   *
   * @param sku seller SKU, or the channel's SKU id, of a unit in this order
   * @throws IllegalArgumentException when the order does not wait for this SKU
   * @throws IllegalStateException when {@link Repair.Kind#MAP_SKU} is not offered
   */
  public Repair mapSku(String sku, String msku) {
    return mapSku(sku, List.of(new SkuMapper.Component(Msku.of(msku), 1)));
  }

  /**
   * Returns the repair that maps a SKU to what one unit of it means at the network.
   *
   * @param sku seller SKU, or the channel's SKU id, of a unit in this order
   * @param components not empty
   * @throws IllegalArgumentException when the order does not wait for this SKU
   * @throws IllegalStateException when {@link Repair.Kind#MAP_SKU} is not offered
   */
  public Repair mapSku(String sku, List<SkuMapper.Component> components) {
    require(Repair.Kind.MAP_SKU);
    return ReviewRepair.mapSku(record, sku, components, desk);
  }

  /**
   * Returns the repair that ships to another address than the channel shows. The address is kept,
   * sealed, until the order is placed or the address retention is over; it is void as soon as the
   * channel shows another address than now.
   *
   * @throws IllegalArgumentException that lists everything that forbids to ship there
   * @throws IllegalStateException when {@link Repair.Kind#CORRECT_ADDRESS} is not offered
   */
  public Repair correctAddress(Address address) {
    require(Repair.Kind.CORRECT_ADDRESS);
    return ReviewRepair.correctAddress(record, address, desk);
  }

  /**
   * Returns the repair that gives the channel another number of a parcel it was told of, with the
   * provider that fits the parcel's carrier. TikTok Shop allows it once for an order, within 72
   * hours of shipment.
   *
   * @param old the number that the channel holds
   * @param number the one to have instead
   * @throws IllegalArgumentException when either is no tracking number, both are the same, or the
   *     channel was not told of {@code old}
   * @throws IllegalStateException when {@link Repair.Kind#CORRECT_TRACKING} is not offered, or the
   *     channel would not take it any more
   */
  public Repair correctTracking(String old, String number) {
    require(Repair.Kind.CORRECT_TRACKING);
    return ReviewRepair.correctTracking(
        record, TrackingNumber.of(old), TrackingNumber.of(number), desk);
  }

  /**
   * Returns the repair that cancels the order at the channel.
   *
   * @throws IllegalStateException when {@link Repair.Kind#CANCEL} is not offered
   */
  public Repair cancel(CancelReason reason) {
    require(Repair.Kind.CANCEL);
    return ReviewRepair.cancel(record, reason, desk);
  }

  private void require(Repair.Kind kind) {
    if (!offers.contains(kind)) {
      throw new IllegalStateException(
          kind
              + " is not offered for order "
              + orderId()
              + " in review "
              + code()
              + ", but "
              + offers
              + ".");
    }
  }

  @Override
  public String toString() {
    return "Review[" + orderId() + ", " + code() + "]";
  }
}
