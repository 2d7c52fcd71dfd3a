// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackedPackage.Confirmation;
import io.mcfconnector.model.TrackedPackage.Verdict;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.spi.CarrierMapper;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells the channel of each parcel once, with exactly its line items: intent saved, call, result
 * saved. The channel's call is not idempotent, so an open intent is settled by reading the order.
 * PLACED goes to SHIPPING and, when every unit is confirmed, to SHIPPED.
 */
final class ConfirmStage {

  private static final String STAGE = "confirm";
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** About two hours of trying. */
  private static final int MAX_FAILURES = 14;

  private final Shops shops;
  private final CarrierMapper carriers;
  private final Journal journal;
  private final Events events;
  private final Clock clock;

  ConfirmStage(Shops shops, CarrierMapper carriers, Journal journal, Events events, Clock clock) {
    this.shops = shops;
    this.carriers = carriers;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** Confirms every parcel of an order that waits for it, as far as the channel takes them. */
  void confirm(RoutingRecord record) {
    RoutingRecord current = record;
    while (current.duty() == Duty.CONFIRM) {
      int index = firstWaiting(current);
      boolean open = current.packages().get(index).confirmation().verdict() == Verdict.OPEN;
      Optional<RoutingRecord> next = open ? send(current, index) : readBack(current, index);
      if (next.isEmpty()) {
        return;
      }
      current = next.get();
    }
  }

  /** Returns the record to go on with; empty when this order has to wait. */
  private Optional<RoutingRecord> send(RoutingRecord record, int index) {
    TrackedPackage parcel = record.packages().get(index);
    TrackingNumber number = Objects.requireNonNull(parcel.parcel().trackingNumber());
    SalesChannel channel = shops.of(record.shop());
    Optional<ShippingProviderId> provider = providerOf(record, parcel, channel);
    if (provider.isEmpty()) {
      return carrierUnknown(record, parcel);
    }
    if (!WarehouseGuard.isSafe(parcel.parcel(), provider.get(), offered(record, channel))
        && WarehouseGuard.guards(channel, () -> shownNow(record))) {
      return review(
          record, record, ReviewCode.WAREHOUSE_GUARD, WarehouseGuard.messageOf(parcel.parcel()));
    }
    Confirmation intent = Confirmation.intent(number, provider.get(), clock.instant());
    RoutingRecord confirming =
        journal.save(
            record, with(record, index, intent).toBuilder().dueAt(clock.instant().plus(LEASE)));
    try {
      ShipmentConfirmation.Receipt receipt =
          channel.confirmShipment(
              new ShipmentConfirmation(
                  record.orderId(), parcel.lineItems(), number, provider.get()));
      return Optional.of(confirmed(confirming, index, receipt.packageId(), receipt.warning()));
    } catch (ApiException problem) {
      return failed(confirming, index, problem);
    }
  }

  private Optional<RoutingRecord> failed(
      RoutingRecord confirming, int index, ApiException problem) {
    if (problem.isUncertain()
        || problem.kind() == FailureKind.ALREADY_DONE
        || problem.kind() == FailureKind.STATE_CONFLICT) {
      return readBack(confirming, index);
    }
    RoutingRecord reopened = with(confirming, index, Confirmation.OPEN);
    if (problem.isRetryable() || problem.kind() == FailureKind.AUTHORIZATION_LOST) {
      journal.save(confirming, reopened.toBuilder().dueAt(clock.instant()));
      throw problem;
    }
    return review(
        confirming,
        reopened,
        problem.reviewCode().orElse(ReviewCode.TRACKING_REFUSED),
        "The channel refused the tracking number. Check number and carrier, then try again. It said: "
            + problem.getMessage());
  }

  /** Settles an intent whose outcome is unknown by what the channel shows of the line items. */
  private Optional<RoutingRecord> readBack(RoutingRecord confirming, int index) {
    TrackedPackage parcel = confirming.packages().get(index);
    Order order = shownNow(confirming);
    List<LineItem.ShippedIn> shipped = shippedIn(order, parcel.lineItems());
    Confirmation intent = parcel.confirmation();
    if (shipped.stream().anyMatch(in -> Objects.equals(in.trackingNumber(), intent.number()))) {
      return Optional.of(confirmed(confirming, index, shipped.get(0).packageId(), null));
    }
    RoutingRecord reopened = with(confirming, index, Confirmation.OPEN);
    if (!shipped.isEmpty()) {
      return review(
          confirming,
          reopened,
          ReviewCode.TRACKING_REFUSED,
          "The channel holds another tracking number for these units. Compare both numbers and correct"
              + " the wrong one at the channel.");
    }
    if (order.status() == OrderStatus.CANCELLED) {
      return review(
          confirming,
          reopened,
          ReviewCode.CANCEL_TOO_LATE,
          "The order is cancelled at the channel, but the network ships it. Ask the carrier to return"
              + " the parcel, or settle it with the buyer.");
    }
    if (confirming.attempts() >= MAX_FAILURES) {
      return review(
          confirming,
          reopened,
          ReviewCode.TRACKING_REFUSED,
          "The channel does not take the tracking number, and does not say why. Enter it at the channel"
              + " by hand or try again.");
    }
    // Nothing arrived, so the number may go again, after a while.
    int failures = confirming.attempts() + 1;
    journal.save(
        confirming,
        reopened.toBuilder()
            .attempts(failures)
            .dueAt(clock.instant().plus(Backoff.after(failures)))
            .decide(
                decision(
                    "not-arrived",
                    "the channel does not show the tracking number; it goes again",
                    parcel)));
    return Optional.empty();
  }

  private Order shownNow(RoutingRecord record) {
    Order order = shops.read(List.of(record)).get(record.orderId());
    if (order == null) {
      throw ApiException.builder("confirm", FailureKind.UNAVAILABLE)
          .detail("the channel does not show order " + record.orderId() + " now")
          .build();
    }
    return order;
  }

  private RoutingRecord confirmed(
      RoutingRecord record,
      int index,
      @Nullable String channelPackageId,
      @Nullable String warning) {
    Instant now = clock.instant();
    TrackedPackage parcel = record.packages().get(index);
    RoutingRecord told =
        with(record, index, parcel.confirmation().confirmed(channelPackageId, warning, now));
    RoutingState reached =
        covers(told.confirmedLineItems(), told.lineItems())
            ? RoutingState.SHIPPED
            : RoutingState.SHIPPING;
    RoutingRecord.Builder next =
        told.toBuilder()
            .attempts(0)
            .state(reached)
            .dueAt(
                told.packages().stream().anyMatch(TrackedPackage::awaitsConfirmation)
                    ? now
                    : now.plus(TrackStage.silenceOf(reached)))
            .decide(decision("confirmed", "the channel has the tracking", parcel));
    if (reached == RoutingState.SHIPPED) {
      warningOf(told).ifPresent(note -> Reviews.raise(next, STAGE, note));
      Remainder.reviewIfOpen(told, next, STAGE, now);
    }
    RoutingRecord saved = journal.save(record, next);
    TrackedPackage after = saved.packages().get(index);
    events.publish(new RouterEvent.ShipmentConfirmed(now, saved.orderId(), after));
    if (warning != null) {
      events.publish(new RouterEvent.TrackingWarned(now, saved.orderId(), after));
    }
    return saved;
  }

  /** Told when no parcel is left to confirm, so that a warning delays none. */
  private Optional<ReviewNote> warningOf(RoutingRecord told) {
    Map<String, String> warnings =
        told.packages().stream()
            .filter(parcel -> parcel.confirmation().warning() != null)
            .collect(
                Collectors.toMap(
                    parcel -> String.valueOf(parcel.confirmation().number()),
                    parcel -> String.valueOf(parcel.confirmation().warning()),
                    (one, other) -> one));
    String message =
        "The channel took every tracking number of the order, and doubts "
            + String.join(", ", warnings.keySet())
            + ". Compare number and carrier with the network's, and correct them at the channel if they"
            + " are wrong; else accept them by trying again.";
    return warnings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReviewNote(
                ReviewCode.TRACKING_WARNING,
                message,
                warnings,
                clock.instant(),
                RoutingState.SHIPPED));
  }

  private Optional<ShippingProviderId> providerOf(
      RoutingRecord record, TrackedPackage parcel, SalesChannel channel) {
    List<ShippingProvider> offered = offered(record, channel);
    return carriers
        .providerFor(parcel.parcel(), offered)
        .filter(chosen -> offered.stream().anyMatch(provider -> provider.id().equals(chosen)));
  }

  private static List<ShippingProvider> offered(RoutingRecord record, SalesChannel channel) {
    String deliveryOption = record.deliveryOptionId();
    return deliveryOption == null ? List.of() : channel.shippingProviders(deliveryOption);
  }

  private Optional<RoutingRecord> carrierUnknown(RoutingRecord record, TrackedPackage parcel) {
    return review(
        record,
        record,
        ReviewCode.CARRIER_UNKNOWN,
        "No shipping provider of the channel fits carrier '"
            + parcel.parcel().carrier()
            + "'. Add it to the carrier mapping, then try again.");
  }

  private Optional<RoutingRecord> review(
      RoutingRecord before, RoutingRecord after, ReviewCode code, String message) {
    ReviewNote note = new ReviewNote(code, message, Map.of(), clock.instant(), before.state());
    journal.save(before, Reviews.raise(after.toBuilder(), STAGE, note));
    return Optional.empty();
  }

  private static int firstWaiting(RoutingRecord record) {
    int index = 0;
    while (!record.packages().get(index).awaitsConfirmation()) {
      index++;
    }
    return index;
  }

  private static List<LineItem.ShippedIn> shippedIn(Order order, List<LineItemId> lineItems) {
    return order.lineItems().stream()
        .filter(item -> lineItems.contains(item.id()))
        .map(LineItem::shippedIn)
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean covers(Set<LineItemId> confirmed, List<LineItem> lineItems) {
    Set<LineItemId> open = new HashSet<>();
    lineItems.forEach(item -> open.add(item.id()));
    return confirmed.containsAll(open);
  }

  private static RoutingRecord with(RoutingRecord record, int index, Confirmation confirmation) {
    List<TrackedPackage> packages = new ArrayList<>(record.packages());
    packages.set(index, packages.get(index).with(confirmation));
    return record.toBuilder().packages(packages).build();
  }

  private Decision decision(String rule, String outcome, TrackedPackage parcel) {
    return new Decision(
        clock.instant(),
        STAGE,
        rule,
        outcome,
        Map.of(
            "package", parcel.parcel().id(),
            "number", String.valueOf(parcel.parcel().trackingNumber()),
            "units", String.valueOf(parcel.lineItems().size())));
  }
}
