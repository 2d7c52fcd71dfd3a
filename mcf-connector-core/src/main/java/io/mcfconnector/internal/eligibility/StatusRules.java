// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal.eligibility;

import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.Party;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.SkipReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether an order is still to ship at all, and by whom. Holds of any kind come later. */
final class StatusRules {

  List<Rule> rules() {
    return List.of(
        new Rule("cancelled", "TikTok, order status", this::cancelled),
        new Rule("fulfilled-by-channel", "TikTok, fulfillment_type", this::fulfilledByChannel),
        new Rule("digital", "TikTok, shipping_type", this::digital),
        new Rule("unknown-party", "own caution", this::unknownParty),
        new Rule("shipped-by-channel", "TikTok, shipping_type", this::shippedByChannel),
        new Rule("already-shipped", "TikTok, order status", this::alreadyShipped));
  }

  private @Nullable Verdict cancelled(Order order, Instant now) {
    return order.status() == OrderStatus.CANCELLED
        ? new Verdict.Cancel("cancelled at the channel")
        : null;
  }

  private @Nullable Verdict fulfilledByChannel(Order order, Instant now) {
    return order.fulfilledBy() == Party.CHANNEL
        ? new Verdict.Skip(
            SkipReason.FULFILLED_BY_CHANNEL, "the channel stores and ships this order")
        : null;
  }

  private @Nullable Verdict digital(Order order, Instant now) {
    return order.shippedBy() == Party.NOBODY
        ? new Verdict.Skip(SkipReason.DIGITAL, "there is nothing to ship")
        : null;
  }

  private @Nullable Verdict unknownParty(Order order, Instant now) {
    return order.shippedBy() == Party.UNKNOWN || order.fulfilledBy() != Party.SELLER
        ? new Verdict.Review(
            ReviewCode.UNSUPPORTED_ORDER,
            "The channel names a way of fulfillment that this version does not know. Decide who"
                + " ships it.",
            Map.of())
        : null;
  }

  private @Nullable Verdict shippedByChannel(Order order, Instant now) {
    return order.shippedBy() == Party.CHANNEL
        ? new Verdict.Skip(
            SkipReason.SHIPPED_BY_CHANNEL, "the channel prints the label and chooses the carrier")
        : null;
  }

  private @Nullable Verdict alreadyShipped(Order order, Instant now) {
    return switch (order.status()) {
      case AWAITING_COLLECTION, IN_TRANSIT, DELIVERED, COMPLETED ->
          new Verdict.Skip(SkipReason.ALREADY_SHIPPED, "somebody else shipped it");
      default -> null;
    };
  }
}
