// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Duty;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Erases buyer data of orders that were not placed in time; records stay. Lets orders go on whose
 * SKUs were mapped meanwhile. Tells of authorizations that end soon, and of deadlines.
 */
final class HousekeepingDuty implements DutyRun {

  /** A burst makes orders late that were in time an hour ago; nothing else here needs the hurry. */
  private static final Duration INTERVAL = Duration.ofMinutes(15);

  private final FulfillmentNetwork network;
  private final Shops shops;
  private final OrderStore store;
  private final Inboxes inboxes;
  private final SkuRelease release;
  private final DeadlineWatch deadlines;
  private final ExpiryNotice expiry;
  private final Clock clock;

  HousekeepingDuty(
      FulfillmentNetwork network,
      Shops shops,
      OrderStore store,
      Inboxes inboxes,
      SkuRelease release,
      DeadlineWatch deadlines,
      ExpiryNotice expiry,
      Clock clock) {
    this.network = network;
    this.shops = shops;
    this.store = store;
    this.inboxes = inboxes;
    this.release = release;
    this.deadlines = deadlines;
    this.expiry = expiry;
    this.clock = clock;
  }

  @Override
  public Duty duty() {
    return Duty.HOUSEKEEPING;
  }

  @Override
  public String account() {
    return network.account().value();
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    store.eraseExpired(clock.instant());
    inboxes.purge();
    release.releaseMapped("router");
    deadlines.look();
    RuntimeException first = tell(account(), network::authorizationEndsAt, null);
    for (SalesChannel channel : shops.all()) {
      first = tell(channel.shop().value(), channel::authorizationEndsAt, first);
    }
    if (first != null) {
      throw first;
    }
  }

  /** One account that cannot be asked must not silence the others. */
  private @Nullable RuntimeException tell(
      String of, Supplier<Optional<Instant>> endsAt, @Nullable RuntimeException first) {
    try {
      endsAt.get().ifPresent(end -> expiry.tell(of, end));
      return first;
    } catch (RuntimeException e) {
      return first == null ? e : first;
    }
  }
}
