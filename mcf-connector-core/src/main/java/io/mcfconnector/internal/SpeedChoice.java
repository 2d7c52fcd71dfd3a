// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.Money;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.spi.FulfillmentNetwork;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the speed of an order right before its first create: the wanted one if the network offers
 * it, within the limit of cost. A create that may have to be repeated keeps the speed it was sent
 * with, so the decision about the intent tells it.
 */
final class SpeedChoice {

  /** The rule that a person may let an order pass. */
  static final String COST_LIMIT = "cost-limit";

  private static final String SPEED = "speed";
  private static final int MAX_FAILURES = 5;

  private final FulfillmentNetwork network;
  private final boolean previews;
  private final @Nullable Money limit;
  private final Clock clock;

  SpeedChoice(FulfillmentNetwork network, Settings settings, Clock clock) {
    this.network = network;
    this.limit = settings.maxFulfillmentCost();
    this.previews = settings.previews() || limit != null;
    this.clock = clock;
  }

  /**
   * What was chosen.
   *
   * @param order as it goes to the network
   * @param facts for the decision about the intent
   * @param review why it must not go; {@code null} = it may
   */
  record Choice(FulfillmentOrder order, Map<String, String> facts, @Nullable ReviewNote review) {}

  /**
   * Returns the order to send.
   *
   * @param record what the store has
   * @param judged the same, judged just now
   * @param wanted with the speed the host wants
   * @throws ApiException when the cost is limited and the preview failed: the order waits
   */
  Choice choose(RoutingRecord record, RoutingRecord judged, FulfillmentOrder wanted) {
    PlacementIntent intent = judged.intent();
    if (intent != null && intent.id().equals(wanted.id())) {
      return go(wanted.at(sentSpeed(judged).orElse(wanted.speed())), Map.of());
    }
    if (!previews) {
      return new Choice(wanted, Map.of(), null);
    }
    Money most = judged.released().contains(COST_LIMIT) ? null : limit;
    try {
      return most == null ? offered(wanted) : affordable(wanted, most);
    } catch (ApiException problem) {
      if (most == null) {
        // The create works without a preview, and tells if the speed is not offered.
        return go(wanted, Map.of("previewProblem", String.valueOf(problem.getMessage())));
      }
      if (isTransient(problem) || record.attempts() + 1 < MAX_FAILURES) {
        throw problem;
      }
      String what = "The network refuses to tell a cost, and the limit is " + most + ". It said: ";
      return review(wanted, what + problem.getMessage());
    }
  }

  /** Returns the speed of the latest create; empty when it went without a preview. */
  private static Optional<ShippingSpeed> sentSpeed(RoutingRecord record) {
    Optional<ShippingSpeed> sent = Optional.empty();
    for (Decision decision : record.decisions()) {
      if (decision.rule().equals(PlaceStage.INTENT)) {
        sent = Optional.ofNullable(decision.facts().get(SPEED)).map(ShippingSpeed::valueOf);
      }
    }
    return sent;
  }

  private Choice offered(FulfillmentOrder wanted) {
    return isRefused(wanted, network.preview(wanted))
        ? goSlower(wanted, Map.of())
        : go(wanted, Map.of());
  }

  private Choice affordable(FulfillmentOrder wanted, Money most) {
    Optional<FulfillmentPreview> preview = network.preview(wanted);
    FulfillmentOrder chosen = wanted;
    if (isRefused(wanted, preview)) {
      chosen = wanted.at(ShippingSpeed.STANDARD);
      preview = network.preview(chosen);
    }
    Money cost = preview.isPresent() ? preview.get().estimatedCost() : null;
    if (cost == null || !preview.get().fulfillable()) {
      return review(
          chosen,
          "The network tells no cost of "
              + chosen.speed()
              + " for this order, and the limit is "
              + most
              + ".");
    }
    if (!cost.currency().equals(most.currency()) || cost.isMoreThan(most)) {
      return review(
          chosen,
          "The network would ship this order "
              + chosen.speed()
              + " for about "
              + cost
              + ", and the limit is "
              + most
              + ".");
    }
    Map<String, String> facts = Map.of("estimatedCost", cost.toString());
    return chosen.speed() == wanted.speed() ? go(wanted, facts) : goSlower(wanted, facts);
  }

  /** Whether another speed may be offered instead. */
  private static boolean isRefused(FulfillmentOrder order, Optional<FulfillmentPreview> preview) {
    return order.speed() != ShippingSpeed.STANDARD
        && preview.isPresent()
        && !preview.get().fulfillable();
  }

  private static Choice goSlower(FulfillmentOrder wanted, Map<String, String> facts) {
    Map<String, String> more = new HashMap<>(facts);
    more.put("notOffered", wanted.speed().name());
    return go(wanted.at(ShippingSpeed.STANDARD), more);
  }

  private static Choice go(FulfillmentOrder order, Map<String, String> facts) {
    Map<String, String> more = new HashMap<>(facts);
    more.put(SPEED, order.speed().name());
    return new Choice(order, more, null);
  }

  private Choice review(FulfillmentOrder order, String what) {
    String message = what + " Let it go at any cost, or ship or cancel it by other means.";
    Map<String, String> facts = Map.of(ReviewNote.RELEASABLE_RULE, COST_LIMIT);
    return new Choice(
        order,
        Map.of(),
        new ReviewNote(
            ReviewCode.UNSUPPORTED_ORDER, message, facts, clock.instant(), RoutingState.READY));
  }

  private static boolean isTransient(ApiException problem) {
    return problem.isRetryable()
        || problem.isUncertain()
        || problem.kind() == FailureKind.AUTHORIZATION_LOST;
  }
}
