// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.CancelIntent;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.spi.EditableSkuMapper;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.validation.OrderValidator;
import io.mcfconnector.validation.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Does what a person decides about an order in review. Thread-safe. */
public final class RepairDesk {

  /** Names what persons decide in the stories of orders. */
  public static final String STAGE = "repair";

  private final SkuMapper skuMapper;
  private final OrderValidator validator;
  private final SkuRelease release;
  private final SellerCancel cancel;
  private final Journal journal;
  private final Settings settings;
  private final Clock clock;

  RepairDesk(
      SkuMapper skuMapper,
      OrderValidator validator,
      SkuRelease release,
      SellerCancel cancel,
      Journal journal,
      Settings settings,
      Clock clock) {
    this.skuMapper = skuMapper;
    this.validator = validator;
    this.release = release;
    this.cancel = cancel;
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  /** Returns the time. */
  public Clock clock() {
    return clock;
  }

  /** Saves what a person decided; returns whether nobody was faster. */
  public boolean save(RoutingRecord before, RoutingRecord.Builder change) {
    return journal.saveUnlessStale(before, change);
  }

  /** Returns an order in review as it is when the trouble it waits for is settled. */
  public RoutingRecord.Builder settle(RoutingRecord record) {
    return Reviews.settle(record, clock.instant());
  }

  /**
   * Returns an order whose review is settled, with the intent to give the channel another number.
   *
   * @throws IllegalArgumentException when the channel was not told of the old number
   * @throws IllegalStateException when the channel would not take a correction any more
   */
  public RoutingRecord.Builder correctTracking(
      RoutingRecord record, TrackingNumber old, TrackingNumber number) {
    Instant now = clock.instant();
    TrackedPackage parcel =
        record.packages().stream()
            .filter(one -> one.confirmation().verdict() == TrackedPackage.Verdict.CONFIRMED)
            .filter(one -> old.equals(one.confirmation().number()) && !old.equals(number))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "order "
                            + record.orderId()
                            + " has no parcel that the channel knows as "
                            + old
                            + " and that could be known as "
                            + number));
    Corrections.obstacle(record.packages(), parcel, now)
        .ifPresent(
            why -> {
              throw new IllegalStateException(
                  "The number of order "
                      + record.orderId()
                      + " was not corrected: "
                      + why
                      + ". Settle it with the channel's support.");
            });
    List<TrackedPackage> packages = new ArrayList<>(record.packages());
    packages.set(packages.indexOf(parcel), Corrections.intend(parcel, number));
    return Reviews.settle(record.toBuilder().packages(packages).build(), now).dueAt(now);
  }

  /** Returns whether a person may add to the SKU mapping. */
  public boolean canMap() {
    return skuMapper instanceof EditableSkuMapper;
  }

  /** Returns the SKUs of an order that nobody mapped. */
  public List<ChannelSku> unmapped(RoutingRecord record) {
    return release.unmapped(record);
  }

  /** Maps a SKU, then lets all orders go on that waited for it; returns how many. */
  public int map(ChannelSku sku, List<SkuMapper.Component> components, String by) {
    ((EditableSkuMapper) skuMapper).put(sku, components);
    return release.releaseMapped(by);
  }

  /** Lets all orders go on that waited for SKUs which are mapped now; returns how many. */
  public int releaseMapped(String by) {
    return release.releaseMapped(by);
  }

  /** Returns what forbids to ship to an address; quotes nothing of it. */
  public List<String> problemsOf(RoutingRecord record, Address address) {
    Order order =
        Order.builder(record.orderId(), record.shop())
            .lineItems(record.lineItems())
            .destination(address)
            .build();
    return validator.validate(order).violations().stream()
        .filter(violation -> violation.code() != ReviewCode.UNSUPPORTED_ORDER)
        .map(Violation::message)
        .toList();
  }

  /**
   * Saves what a person decided, with the address to ship to; returns whether nobody was faster.
   */
  public boolean correct(RoutingRecord before, RoutingRecord.Builder change, Address address) {
    ReviewNote review = before.review();
    AddressFingerprint shown = before.destination();
    boolean hidden =
        shown == null || (review != null && review.code() == ReviewCode.ADDRESS_MASKED);
    try {
      journal.save(
          before,
          change.correctedFrom(hidden ? AddressFingerprint.HIDDEN : shown),
          address,
          clock.instant().plus(settings.addressRetention()));
      return true;
    } catch (StaleRecordException e) {
      return false;
    }
  }

  /** Cancels an order at the channel; returns whether the channel shows it as cancelled. */
  public boolean cancel(RoutingRecord record, CancelReason reason, String by) {
    return cancel.cancelInReview(record, reason, by);
  }

  /** Returns an order in review that the network shall stop, with the person who decided so. */
  public RoutingRecord.Builder stop(RoutingRecord record, String by) {
    Instant now = clock.instant();
    CancelIntent intent = CancelStage.intentOf(record, now).stopped(null).decidedBy(by);
    return CancelStage.begin(record.toBuilder(), intent, "the network shall stop all of it", now);
  }

  /** Returns whether the network had the order and is known to ship nothing of it. */
  public static boolean isStopped(RoutingRecord record) {
    return ChannelCancel.isStopped(record);
  }

  /** Returns a step of an order's story that a person decided. */
  public Decision decision(RoutingRecord record, String rule, String outcome, String by) {
    ReviewNote review = record.review();
    return new Decision(
        clock.instant(),
        STAGE,
        rule,
        outcome,
        Map.of("by", by, "review", review == null ? "" : review.code().name()));
  }
}
