// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.spi.EditableSkuMapper;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.validation.OrderValidator;
import io.mcfconnector.validation.Violation;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Does what a person decides about an order in review. Thread-safe. */
public final class RepairDesk {

  /** Names what persons decide in the stories of orders. */
  public static final String STAGE = "repair";

  private final SkuMapper skuMapper;
  private final OrderValidator validator;
  private final SkuRelease release;
  private final ChannelCancel cancel;
  private final Journal journal;
  private final Settings settings;
  private final Clock clock;

  RepairDesk(
      SkuMapper skuMapper,
      OrderValidator validator,
      SkuRelease release,
      ChannelCancel cancel,
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
    return cancel.cancel(record, reason, by);
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
