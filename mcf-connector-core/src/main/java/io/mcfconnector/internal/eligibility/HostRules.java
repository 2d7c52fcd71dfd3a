// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal.eligibility;

import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.model.Money;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.spi.RoutingPolicy.Choice;
import io.mcfconnector.validation.OrderValidator;
import io.mcfconnector.validation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The host's limits, what makes an order impossible to send, and at last the host's own rule. */
final class HostRules {

  /** From payment; a policy that holds for longer would hold for ever, unseen. */
  private static final Duration LONGEST_HOLD = Duration.ofDays(3);

  private static final Duration SHORTEST_HOLD = Duration.ofMinutes(1);

  private final EligibilityOptions options;
  private final OrderValidator validator;

  HostRules(EligibilityOptions options, OrderValidator validator) {
    this.options = options;
    this.validator = validator;
  }

  List<Rule> rules() {
    return List.of(
        new Rule("value-limit", "option maxOrderValue", this::valueLimit),
        new Rule("unit-limit", "option maxOrderUnits", this::unitLimit),
        new Rule("invalid", "TikTok, masked addresses; Amazon, address limits", this::invalid),
        new Rule("routing-policy", "option routingPolicy", this::routingPolicy));
  }

  private @Nullable Verdict valueLimit(Order order, Instant now) {
    Money limit = options.maxValue();
    if (limit == null) {
      return null;
    }
    Money total = order.total();
    if (total == null || !total.currency().equals(limit.currency())) {
      return review(
          "The channel does not tell what the order is worth in "
              + limit.currency()
              + ", so the option maxOrderValue cannot be kept.");
    }
    return total.isMoreThan(limit)
        ? review(
            "The order is worth "
                + total
                + ", more than the "
                + limit
                + " of the option maxOrderValue.")
        : null;
  }

  private @Nullable Verdict unitLimit(Order order, Instant now) {
    Integer limit = options.maxUnits();
    int units = order.openLineItems().size();
    return limit == null || units <= limit
        ? null
        : review(
            "The order has "
                + units
                + " units to ship, more than the "
                + limit
                + " of the option maxOrderUnits.");
  }

  private static Verdict review(String what) {
    return new Verdict.Review(
        ReviewCode.UNSUPPORTED_ORDER,
        what + " Raise the limit and try again, ship it by hand, or cancel it.",
        Map.of());
  }

  private @Nullable Verdict invalid(Order order, Instant now) {
    List<Violation> violations = validator.validate(order).violations();
    if (violations.isEmpty()) {
      return null;
    }
    Violation first = violations.get(0);
    Map<String, String> facts =
        violations.stream()
            .collect(
                Collectors.toMap(
                    Violation::path, Violation::message, (one, other) -> one + "; " + other));
    return new Verdict.Review(first.code(), first.message(), facts);
  }

  private @Nullable Verdict routingPolicy(Order order, Instant now) {
    Choice choice = choiceFor(order);
    if (choice instanceof Choice.Hold hold) {
      return held(order, hold, now);
    }
    if (choice instanceof Choice.Skip skip) {
      return new Verdict.Skip(SkipReason.BY_POLICY, skip.why());
    }
    if (choice instanceof Choice.Review review) {
      return new Verdict.Review(ReviewCode.UNSUPPORTED_ORDER, review.why(), Map.of());
    }
    return choice instanceof Choice.Elsewhere elsewhere
        ? new Verdict.Skip(SkipReason.ROUTED_ELSEWHERE, "routed elsewhere: " + elsewhere.name())
        : null;
  }

  private static Verdict held(Order order, Choice.Hold hold, Instant now) {
    Instant latest = HoldRules.paidAt(order).plus(LONGEST_HOLD);
    if (!now.isBefore(latest)) {
      return new Verdict.Review(
          ReviewCode.UNSUPPORTED_ORDER,
          "The routing policy still holds this order 72 hours after its payment. Remove the cause"
              + " and try again, or ship it by other means.",
          Map.of("policy", hold.why()));
    }
    Instant until = hold.until().isAfter(now) ? hold.until() : now.plus(SHORTEST_HOLD);
    return new Verdict.Hold(until.isBefore(latest) ? until : latest, hold.why());
  }

  private Choice choiceFor(Order order) {
    try {
      return Objects.requireNonNull(options.policy().choose(order), "no choice");
    } catch (RuntimeException e) {
      // Names the class alone: a host's exception may quote the buyer.
      throw new ConnectorException(
          "The routing policy failed on order "
              + order.id()
              + " with "
              + e.getClass().getName()
              + ". Repair it; the order is judged again by itself.",
          e);
    }
  }
}
