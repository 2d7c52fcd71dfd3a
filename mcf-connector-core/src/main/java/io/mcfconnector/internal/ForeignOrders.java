// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.ListedOrder;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows which fulfillment orders at the network name an order and are not of this router: the list
 * of the account, read once for the whole lookback and kept up from then on, in the store. One list
 * for all orders, so that no order costs a call.
 */
final class ForeignOrders {

  /** As old may the list be when an order is placed while another tool may be at work too. */
  private static final Duration SHARED = Duration.ofMinutes(1);

  /** As old may it be when nobody else has sent an order lately, and no person had this one. */
  private static final Duration ALONE = Duration.ofDays(1);

  /** So long after its last order another tool, or a person, may be at work still. */
  private static final Duration LATELY = Duration.ofDays(3);

  /** Networks list an order a little after they took it. */
  private static final Duration OVERLAP = Duration.ofMinutes(3);

  /** A list that cannot be read is not asked for again for each order of a batch. */
  private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(20);

  private static final String LISTED = "take-over/listed/";
  private static final String REACHES = "take-over/reaches/";
  private static final String SEEN = "take-over/seen/";
  private static final String NAMED = "take-over/named/";

  /** Nobody makes so many for one order; what is beyond only says once more that there are some. */
  private static final int MOST_NAMES = 50;

  private static final int LONGEST_NAME = 100;

  private final FulfillmentNetwork network;
  private final Shops shops;
  private final OrderStore store;
  private final Settings settings;
  private final Clock clock;
  private final BooleanSupplier stopping;
  private @Nullable ApiException failure;
  private Instant failedAt = Instant.MIN;
  private boolean seen;

  ForeignOrders(
      FulfillmentNetwork network,
      Shops shops,
      OrderStore store,
      Settings settings,
      Clock clock,
      BooleanSupplier stopping) {
    this.network = network;
    this.shops = shops;
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.stopping = stopping;
  }

  /** Returns whether the host wants to know of them. */
  boolean areWanted() {
    return !settings.takeOver().isZero();
  }

  /**
   * Reads the list unless it is young.
   *
   * @param fresh whether somebody may have sent the order by hand a moment ago
   * @param placed hears of each new one that names an order which the network has from us already
   * @return whether it is complete; it is not when the router stops meanwhile
   * @throws ApiException when the list cannot be read: then nothing is known
   */
  synchronized boolean list(boolean fresh, BiConsumer<RoutingRecord, String> placed) {
    Instant now = clock.instant();
    Optional<Instant> last = store.watermark(name(LISTED)).filter(at -> !at.isAfter(now));
    Instant start = now.minus(settings.takeOver());
    boolean reaches = store.watermark(name(REACHES)).filter(at -> !at.isAfter(start)).isPresent();
    if (reaches
        && last.filter(at -> now.isBefore(at.plus(fresh ? SHARED : mostAge(now)))).isPresent()) {
      return true;
    }
    if (failure != null
        && !now.isBefore(failedAt)
        && now.isBefore(failedAt.plus(BETWEEN_FAILURES))) {
      throw failure;
    }
    boolean whole = !reaches || last.isEmpty();
    boolean complete;
    try {
      complete = read(whole ? start : last.get().minus(OVERLAP), placed);
      failure = null;
    } catch (ApiException problem) {
      failure = problem;
      failedAt = now;
      throw problem;
    }
    if (complete) {
      if (seen) {
        store.saveWatermark(name(SEEN), now);
      }
      // In this order: a kill in between makes it read once more, never less.
      if (whole) {
        store.saveWatermark(name(REACHES), start);
      }
      store.saveWatermark(name(LISTED), now);
    }
    return complete;
  }

  private Duration mostAge(Instant now) {
    return store.watermark(name(SEEN)).filter(at -> now.isBefore(at.plus(LATELY))).isPresent()
        ? SHARED
        : ALONE;
  }

  /** Returns the ids of the fulfillment orders that name an order, as the list told them. */
  Set<String> of(OrderId order) {
    return store.entries(NAMED + order);
  }

  private String name(String prefix) {
    return prefix + network.account();
  }

  private boolean read(Instant since, BiConsumer<RoutingRecord, String> placed) {
    seen = false;
    try (Stream<ListedOrder> names = network.findNames(since)) {
      for (Iterator<ListedOrder> each = names.iterator(); each.hasNext(); ) {
        if (stopping.getAsBoolean()) {
          return false;
        }
        ListedOrder listed = each.next();
        listed.namedOrders().forEach(order -> note(order, listed.id(), placed));
      }
    }
    return true;
  }

  private void note(OrderId order, String id, BiConsumer<RoutingRecord, String> placed) {
    if (isFirstOfOurs(order, id)) {
      return;
    }
    Optional<RoutingRecord> record = store.find(order);
    if (record.isPresent() && isOurs(record.get(), id)) {
      return;
    }
    seen = true;
    String entry = id.length() > LONGEST_NAME ? id.substring(0, LONGEST_NAME) : id;
    if (of(order).contains(entry)) {
      return;
    }
    if (record.isPresent() && record.get().state() == RoutingState.PLACING) {
      // What becomes of our own is open; the next list shows this one again.
      return;
    }
    // Of an order that is shipped nothing can be stopped, and replacements are sent by hand.
    record
        .filter(one -> one.stateBehindReview().isTracked())
        .filter(one -> one.stateBehindReview() != RoutingState.SHIPPED)
        .ifPresent(one -> placed.accept(one, entry));
    store.tally(NAMED + order, entry, MOST_NAMES);
  }

  /** The first one has the id that we use: the create itself finds out, without a record too. */
  private boolean isFirstOfOurs(OrderId order, String id) {
    return shops.all().stream()
        .map(SalesChannel::code)
        .distinct()
        .anyMatch(code -> id.equals(code + "-" + order));
  }

  static boolean isOurs(RoutingRecord record, String id) {
    return idOf(id).filter(valid -> record.generationOf(valid).isPresent()).isPresent();
  }

  /** Returns an id of the list as one that can be read; empty when it cannot. */
  static Optional<FulfillmentOrderId> idOf(String id) {
    try {
      return Optional.of(FulfillmentOrderId.of(id));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Returns the ids that a person has seen who then sent the order again all the same. */
  static Set<String> overruled(RoutingRecord record) {
    Set<String> seen = new HashSet<>();
    if (record.generation() > 1) {
      record.decisions().stream()
          .flatMap(step -> step.facts().entrySet().stream())
          .filter(fact -> fact.getKey().startsWith(TakeOver.FOREIGN))
          .forEach(fact -> seen.add(fact.getValue()));
    }
    return seen;
  }
}
