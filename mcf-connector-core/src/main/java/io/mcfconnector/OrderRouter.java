// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.Backlog;
import io.mcfconnector.model.CancelOutcome;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Health;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.Reconciliation;
import io.mcfconnector.model.RoutingRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Routes the orders of one seller's shops to one fulfillment network account, and tracking and
 * stock back. Thread-safe; one for the life of the host.
 *
 * <p>Everything it knows is in its store. A router that was killed at any moment goes on where it
 * was; two that run at once (they will, for moments) do the work once.
 */
public interface OrderRouter extends AutoCloseable {

  /** Starts the configuration of a router. */
  static OrderRouterBuilder builder() {
    return new OrderRouterBuilder();
  }

  /**
   * Hands all duties to the scheduler and returns. Starting twice does nothing.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  void start();

  /**
   * Runs every duty once on the calling thread: for hosts with a timer of their own, and for tests.
   * Failures are reported, not thrown.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  RunReport runDue();

  /**
   * Runs the duties of one kind once on the calling thread.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  RunReport runDue(Duty duty);

  /**
   * Reads an order at its shop and takes it as far as it may go now, instead of waiting for the
   * next poll. Routing an order again gives what is known of it, never a second parcel.
   *
   * @throws ApiException when a platform call failed; an order that is on record goes on by itself
   * @throws ConnectorException when no shop shows the order
   * @throws IllegalStateException after {@link #close()}
   */
  RoutingRecord route(OrderId orderId);

  /**
   * Takes a platform's word that something changed. It is in the store when this returns, and the
   * duty that looks it up is woken, on whatever node it runs; nothing else is believed. Calls no
   * platform. What is never told, or told twice, or in another order, changes nothing but the time.
   *
   * @param notice of a shop of this router, or of its account at the network: who is told of other
   *     accounts too keeps their notices away
   * @return false when it is known already, or of a shop or fulfillment order that is not this
   *     router's
   * @throws StoreException when it could not be kept; the platform shall send it again
   * @throws IllegalStateException after {@link #close()}
   */
  boolean accept(Notice notice);

  /**
   * Cancels an order for the seller, wherever it is, and takes it as far as it may go now. What
   * Amazon has is stopped first; the channel is told only when it is certain that nothing ships.
   * Cancelling again does nothing more.
   *
   * @param reason what the channel is told; {@code OUT_OF_STOCK} makes TikTok set the stock of the
   *     SKUs to zero
   * @param by who decides, such as a user name; kept as long as the order, so no buyer data
   * @return where it is now; {@code STOPPING} ends by itself in a state that {@link #status} tells
   * @throws ApiException when a platform call failed or was refused; the wish is on record and goes
   *     on by itself, unless the order waits in review
   * @throws ConnectorException when the router never saw the order, or it is not its to cancel
   * @throws IllegalArgumentException when {@code by} is blank or longer than 100 characters
   * @throws IllegalStateException after {@link #close()}
   */
  CancelOutcome cancel(OrderId orderId, CancelReason reason, String by);

  /** Returns where an order is; empty when the router never saw it. */
  Optional<RoutingRecord> status(OrderId orderId);

  /** Returns the story of an order, decision by decision; empty when the router never saw it. */
  Optional<Explanation> explain(OrderId orderId);

  /**
   * Returns how many orders wait for the network, when the last of them is expected to be placed,
   * and how many miss their ship-by clock if nothing changes. Calls no platform. Reads every order
   * from the store that is not shipped yet, 500 at a time: for looking now and then, not for every
   * second. Orders that move meanwhile may be missed or counted twice.
   */
  Backlog backlog();

  /**
   * Returns how the duties fare, whichever node runs them: when each did its work last and how it
   * failed last, what waits, which authorizations end, and a verdict with its reasons. Calls no
   * platform. Cheap enough for a probe each ten seconds: two small reads from the store for each
   * duty, four for each shop, one for each authorization; besides it reads the orders in review, at
   * most 1,000, and counts those that come near to their clock.
   *
   * @throws StoreException when the store cannot be read
   */
  Health health();

  /**
   * Compares sales channel, store and network for a time range and tells every difference: what it
   * is, how old, and what ends it. Changes nothing.
   *
   * <p>Compared is every order that the channel or the network changed in the range, or that was
   * first seen in it and is not shipped yet. Reads much, within the platforms' quotas, and returns
   * when all is read: with a network whose list holds no contents, each order of the list is read.
   * Of an order only its id is kept meanwhile. The duties may run at the same time.
   *
   * @param from start of the range, inclusive
   * @param to end of the range, exclusive; usually now
   * @throws ApiException when a platform cannot be read; a part of the comparison is worth nothing
   * @throws IllegalArgumentException when the range does not begin before it ends
   * @throws IllegalStateException after {@link #close()}, also when it is closed meanwhile
   */
  Reconciliation reconcile(Instant from, Instant to);

  /** Returns the orders that wait for a person, the oldest first; at most 1,000. */
  List<Review> reviews();

  /** Returns why an order waits for a person and what may be done; empty when it does not. */
  Optional<Review> review(OrderId orderId);

  /**
   * Checks everything that routing needs, before the first order relies on it: store, scheduler,
   * credentials, rights, shop, warehouses, carriers, SKUs, stock. Changes nothing at a platform. At
   * the store only a mark is written. A check that fails is a finding and hides no other; nothing
   * is thrown. Makes some tens of calls, so it takes some seconds.
   */
  CheckUp doctor();

  /**
   * Withholds units of a SKU from sale, such as those sold on a channel that this router does not
   * serve, until {@link #release}. Asking again with the same id does nothing more, also after the
   * release. The shops show it within a minute.
   *
   * @param id the host's id, such as an order number with the channel's name before it; 1 to 100
   *     characters, no buyer data
   * @param units at least 1
   * @return whether the units are withheld now; {@code false} when the id was released before
   * @throws IllegalArgumentException when the id withholds other units, or a value is not allowed
   * @throws IllegalStateException after {@link #close()}
   */
  boolean reserve(String id, Msku msku, int units);

  /**
   * Ends a reservation of {@link #reserve}: after a cancellation at once; for units that the
   * network ships, when its count contains them, which is {@code settleTime} after it took the
   * order.
   *
   * @return whether there was one that had not ended
   * @throws IllegalStateException after {@link #close()}
   */
  boolean release(String id);

  /**
   * Returns the destination kept for an order, for a person who has to see it, and writes into the
   * order's story who looked and when. It is buyer data: show it and keep it nowhere. Calls no
   * platform.
   *
   * @param by who looks, such as a user name; kept as long as the order, so no buyer data
   * @return empty when none is kept, which is so for every order that is not being placed or whose
   *     address no person corrected; then nothing is written
   * @throws StoreException when the look could not be written down
   * @throws IllegalArgumentException when {@code by} is blank or longer than 100 characters
   */
  Optional<Address> destination(OrderId orderId, String by);

  /**
   * Erases the buyer data kept for an order, as a buyer may demand; returns whether there was any.
   * Only the address of an order that is being placed is kept. Should its create call have to be
   * repeated, the shop is asked for the address again.
   */
  boolean erase(OrderId orderId);

  /**
   * Stops all duties and returns when the steps under way have ended. Store, scheduler, channels
   * and network belong to the host and stay open.
   */
  @Override
  void close();
}
