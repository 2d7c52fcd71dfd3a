// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.model.Backlog;
import io.mcfconnector.model.CancelOutcome;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import java.util.Collection;
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

  /** Returns the orders that wait for a person, the oldest first; at most 1,000. */
  List<Review> reviews();

  /** Returns why an order waits for a person and what may be done; empty when it does not. */
  Optional<Review> review(OrderId orderId);

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
   * Has the network's count of these SKUs read soon, ahead of all others: for a host that hears of
   * a change. Asking more often costs no more calls. SKUs that no listing draws on are left out.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  void recount(Collection<Msku> mskus);

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
