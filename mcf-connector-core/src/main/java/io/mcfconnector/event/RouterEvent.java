// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.event;

import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.TrackedPackage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something a host may want to know. No event holds buyer data. */
public sealed interface RouterEvent {

  /** Returns when it happened. */
  Instant at();

  /** An order moved; {@code from} is absent when it was seen for the first time. */
  record StateChanged(
      Instant at, OrderId orderId, @Nullable RoutingState from, RoutingState to, String reason)
      implements RouterEvent {}

  /** An order waits for a person. */
  record ReviewRaised(Instant at, OrderId orderId, ReviewNote review) implements RouterEvent {}

  /** The channel has the tracking of a parcel. */
  record ShipmentConfirmed(Instant at, OrderId orderId, TrackedPackage parcel)
      implements RouterEvent {}

  /** The channel took a tracking number and warned; the parcel counts as shipped. */
  record TrackingWarned(Instant at, OrderId orderId, TrackedPackage parcel)
      implements RouterEvent {}

  /**
   * An order at the channel could not be read. A known one stays where it was; a new one is put on
   * record and read again by its id.
   */
  record OrderUnreadable(Instant at, ShopId shop, @Nullable OrderId orderId, String problem)
      implements RouterEvent {}

  /** A new stock figure is at the channel. */
  record StockPublished(Instant at, ShopId shop, ChannelSkuId sku, int quantity)
      implements RouterEvent {}

  /**
   * A shop shows another stock than this router wrote and orders explain: a person or another tool
   * changes it too. Figures that are too high are written again at once, figures that are too low
   * after a while, since an order may be listed late.
   *
   * @param expected units of the SKU that its listings should show
   * @param shown units that they do show
   */
  record StockDrifted(Instant at, ShopId shop, Msku msku, int expected, int shown)
      implements RouterEvent {}

  /** The channel did not take a stock figure; a later cycle tries again. */
  record StockRefused(Instant at, ShopId shop, Listing.Refusal refusal) implements RouterEvent {}

  /**
   * The network does not know a mapped SKU; after the grace time its stock is published as zero.
   */
  record StockUnknown(Instant at, Msku msku, Instant since) implements RouterEvent {}

  /**
   * An order comes too near to the channel's clock, or will miss it: one that is not placed and is
   * not expected to be in time, one that waits for a person, or one that was placed and has not all
   * its tracking numbers at the channel. How near is too near is the router's option {@code
   * deadlineMargin}. Told once for each deadline.
   *
   * @param state where it waits
   * @param deadline the channel's earliest clock
   */
  record DeadlineAtRisk(Instant at, OrderId orderId, RoutingState state, Instant deadline)
      implements RouterEvent {}

  /**
   * A guarded warehouse has more than one parcel with a number that is not the network's own; the
   * channel switches it off at five. Told for each count from two on; once more, should the process
   * die meanwhile.
   *
   * @param shop the shop
   * @param warehouse the channel's id of the warehouse
   * @param count how many such parcels it has, those entered by hand included
   */
  record WarehouseAtRisk(Instant at, ShopId shop, String warehouse, int count)
      implements RouterEvent {}

  /**
   * What a platform told of by itself was looked up. The change of an order that it led to, if any,
   * was told before.
   *
   * @param at when the look was over; {@code notice.at()} is when the change happened, by the
   *     platform's clock
   * @param duty which duty looked
   * @param pollGap how long after the change that duty's next poll would have come; zero when a
   *     poll had been there before, or when that duty does not poll for changes
   */
  record NoticeFollowed(Instant at, Duty duty, Notice notice, Duration pollGap)
      implements RouterEvent {}

  /** A step of one order failed and is tried again later. */
  record StepFailed(Instant at, OrderId orderId, RuntimeException problem) implements RouterEvent {}

  /**
   * The seller's authorization ends soon; only the seller can renew it. Told 30, 14, 7 and 1 days
   * before, once each, also over restarts.
   *
   * @param account shop id, or account id at the network
   * @param expiresAt when it ends
   * @param daysLeft days until then, counted up; 0 when it is over
   */
  record TokenExpiring(Instant at, String account, Instant expiresAt, int daysLeft)
      implements RouterEvent {}

  /** A run of a duty failed as a whole and is tried again at its next time. */
  record DutyFailed(Instant at, Duty duty, String account, RuntimeException problem)
      implements RouterEvent {}
}
