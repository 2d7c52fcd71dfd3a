// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.ListedOrder;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderLimits;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One seller's account at a network that stores, packs and ships.
 *
 * <p>Contract:
 *
 * <ol>
 *   <li>Every method throws {@code ApiException} when the platform call fails; nothing is
 *       swallowed.
 *   <li>{@link #create} and {@link #cancel} are sent at most once for each call of the method. When
 *       the outcome is uncertain they throw an exception whose {@code isUncertain()} is true.
 *   <li>{@link #create} of an id that exists throws {@code ALREADY_DONE} and never ships twice.
 *   <li>{@link #find} returns empty only when the network says for certain that it has no such
 *       order.
 *   <li>Nothing a method returns holds buyer data.
 *   <li>Implementations are safe for use by many threads.
 * </ol>
 */
public interface FulfillmentNetwork {

  /** Returns the account whose quota all calls share. */
  AccountId account();

  /**
   * Returns when the seller's authorization ends; empty when it does not or nobody knows. Calls
   * nothing.
   */
  default Optional<Instant> authorizationEndsAt() {
    return Optional.empty();
  }

  /** Returns how much the network takes in one order; calls nothing. */
  default OrderLimits orderLimits() {
    return OrderLimits.NONE;
  }

  /**
   * Returns what the quota of {@link #create} lets through now; empty when there is none, or nobody
   * knows it. Calls nothing.
   */
  default Optional<CallAllowance> createAllowance() {
    return Optional.empty();
  }

  /**
   * Returns what is wrong, and what is right, about the set-up of the account: credentials, rights,
   * region. Reads only, with few calls; what the platform refuses is a finding and no exception.
   * Nothing unless the network can tell.
   */
  default List<Finding> checkUp() {
    return List.of();
  }

  /**
   * Returns whether the network would ship an order at the speed it states, and for how much; empty
   * when this network previews nothing. Reserves nothing.
   */
  default Optional<FulfillmentPreview> preview(FulfillmentOrder order) {
    return Optional.empty();
  }

  /** Asks the network to ship; returns when it has accepted the order. */
  void create(FulfillmentOrder order);

  /** Returns a fulfillment order as it is now. */
  Optional<FulfillmentSnapshot> find(FulfillmentOrderId id);

  /**
   * Returns a fulfillment order as {@link #find} does, with the parcels' way to the buyer also
   * where that takes a call for each of them. Asked for only when an order is late.
   */
  default Optional<FulfillmentSnapshot> findWithDelivery(FulfillmentOrderId id) {
    return find(id);
  }

  /** Returns what changed at or after a time, page by page as it is consumed; may repeat orders. */
  Stream<FulfillmentSnapshot.Change> findChanged(Instant since);

  /**
   * Returns the names of the fulfillment orders that were made or changed at or after a time, those
   * of other tools included, page by page as it is consumed; may repeat orders. A network whose
   * {@link #findChanged} leaves out ids or names of other tools must not leave them out here: what
   * is missing may be shipped twice by a router that takes over.
   */
  default Stream<ListedOrder> findNames(Instant since) {
    return findChanged(since).map(change -> new ListedOrder(change.id().value(), null));
  }

  /** Asks the network to stop; the truth is the order read afterwards. */
  void cancel(FulfillmentOrderId id);

  /** Returns the units the network can ship now; SKUs it does not know are absent. */
  Map<Msku, Integer> fulfillableUnits(Collection<Msku> mskus);
}
