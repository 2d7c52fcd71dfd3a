// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.validation.AddressNormalizer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Notices that the buyer changed the address of an order that the network has already. */
final class AddressWatch {

  private static final String STAGE = "address";
  private static final AddressNormalizer NORMALIZER = new AddressNormalizer();
  private static final Set<RoutingState> AT_THE_NETWORK =
      EnumSet.of(RoutingState.PLACED, RoutingState.SHIPPING);

  private final KeptDestinations destinations;
  private final Clock clock;

  AddressWatch(KeptDestinations destinations, Clock clock) {
    this.destinations = destinations;
    this.clock = clock;
  }

  /**
   * Returns what tells a destination from another: the same for the channel's text and for the one
   * kept from a create call, which is normalized.
   */
  static AddressFingerprint fingerprintOf(Address destination) {
    return NORMALIZER.normalize(destination).address().fingerprint();
  }

  /**
   * Returns whether the channel shows another destination than the one the order was placed with.
   * Neither a masked one nor one that is shown after shipping is a change, nor is a new spelling of
   * which the channel says nothing.
   */
  boolean isChanged(RoutingRecord record, Order order) {
    Address destination = order.destination();
    return AT_THE_NETWORK.contains(record.stateBehindReview())
        && order.is(OrderTrait.ADDRESS_UPDATED)
        && order.status().allowsShipping()
        && record.destination() != null
        && destination != null
        && !destinations.isHidden(order)
        && !fingerprintOf(destination).equals(record.destination());
  }

  /** Hands the order to a person, who hears of this change once. */
  RoutingRecord.Builder raise(RoutingRecord record, RoutingRecord.Builder seen, Order order) {
    String message =
        "The buyer changed the address after the network had the order, and the network cannot"
            + " change it. If it does not ship yet, cancel it in Seller Central and send it again"
            + " under a new id, to the new address; else try again, which lets it go on to the old"
            + " one.";
    ReviewNote note =
        new ReviewNote(
            ReviewCode.ADDRESS_CHANGED,
            message,
            Map.of(),
            clock.instant(),
            record.stateBehindReview());
    Address destination = Objects.requireNonNull(order.destination(), "changed to nothing");
    return Reviews.raise(seen.destination(fingerprintOf(destination)), STAGE, note);
  }
}
