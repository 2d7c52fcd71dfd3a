// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Adoption;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackedPackage.Confirmation;
import io.mcfconnector.model.TrackingNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the channel of each parcel once, with exactly its line items: intent saved, call, result
 * saved. The channel's call is not idempotent, so an open intent is settled by reading the order.
 * PLACED goes to SHIPPING and, when every unit is known to the channel, to SHIPPED; an order in
 * review does so behind it.
 */
final class ConfirmStage {

  private final Shops shops;
  private final ProviderChoice providers;
  private final ReadBack readBack;
  private final CorrectStage correct;
  private final ParcelResults results;
  private final Clock clock;

  ConfirmStage(
      Shops shops,
      ProviderChoice providers,
      ReadBack readBack,
      CorrectStage correct,
      ParcelResults results,
      Clock clock) {
    this.shops = shops;
    this.providers = providers;
    this.readBack = readBack;
    this.correct = correct;
    this.results = results;
    this.clock = clock;
  }

  /** Takes every parcel of an order that waits for it as far as it goes now. */
  void confirm(RoutingRecord record) {
    RoutingRecord current = record;
    while (current.duty() == Duty.CONFIRM) {
      Optional<RoutingRecord> next = step(current, firstWaiting(current));
      if (next.isEmpty()) {
        return;
      }
      current = next.get();
    }
  }

  /** Returns the record to go on with; empty when this order has to wait. */
  private Optional<RoutingRecord> step(RoutingRecord record, int index) {
    return switch (record.packages().get(index).confirmation().verdict()) {
      case OPEN -> send(record, index);
      case CONFIRMING -> readBack.settle(record, index);
      case CORRECTING -> correct.correct(record, index);
      case CONFIRMED, SET_ASIDE -> throw new IllegalStateException("nothing to tell");
    };
  }

  private Optional<RoutingRecord> send(RoutingRecord record, int index) {
    TrackedPackage parcel = record.packages().get(index);
    Set<LineItemId> cancelled = ReadBack.cancelled(record.lineItems(), parcel);
    if (!cancelled.isEmpty()) {
      return Optional.of(results.without(record, index, cancelled));
    }
    Optional<TrackingNumber> toldBefore = toldBefore(record, parcel);
    if (toldBefore.isPresent()) {
      return readBack.settle(
          results.intend(record, index, intentOf(toldBefore.get(), clock.instant())), index);
    }
    TrackingNumber number = Objects.requireNonNull(parcel.parcel().trackingNumber());
    Optional<ShippingProviderId> provider;
    try {
      provider = providers.providerOf(record, parcel.parcel());
    } catch (ApiException problem) {
      return Optional.of(
          results.setAside(record, index, providers.notOffered(record, parcel.parcel(), problem)));
    }
    if (provider.isEmpty()) {
      return Optional.of(
          results.setAside(record, index, providers.unknown(record, parcel.parcel())));
    }
    Optional<ReviewNote> heldBack = providers.heldBack(record, parcel.parcel(), provider.get());
    if (heldBack.isPresent()) {
      return Optional.of(results.setAside(record, index, heldBack.get()));
    }
    RoutingRecord confirming =
        results.intend(record, index, Confirmation.intent(number, provider.get(), clock.instant()));
    try {
      ShipmentConfirmation.Receipt receipt =
          shops
              .of(record.shop())
              .confirmShipment(
                  new ShipmentConfirmation(
                      record.orderId(), parcel.lineItems(), number, provider.get()));
      return Optional.of(
          results.confirmed(confirming, index, receipt.packageId(), receipt.warning()));
    } catch (ApiException problem) {
      return failed(confirming, index, problem);
    }
  }

  /**
   * Returns the number of an adopted order's parcel when the tool before this router told the
   * channel of it, or of another one for its units; which, is read back like any open intent.
   */
  private Optional<TrackingNumber> toldBefore(RoutingRecord record, TrackedPackage parcel) {
    Adoption adopted = record.adopted();
    if (adopted == null || adopted.generation() != parcel.generation()) {
      return Optional.empty();
    }
    List<LineItem.ShippedIn> shipped =
        ReadBack.shippedIn(shops.require(record), parcel.lineItems());
    if (shipped.isEmpty()) {
      return Optional.empty();
    }
    TrackingNumber carriers = parcel.parcel().carrierNumber();
    return ReadBack.find(shipped, carriers).isPresent()
        ? Optional.ofNullable(carriers)
        : Optional.ofNullable(parcel.parcel().trackingNumber());
  }

  private static Confirmation intentOf(TrackingNumber number, Instant at) {
    return new Confirmation(TrackedPackage.Verdict.CONFIRMING, number, null, null, null, at, null);
  }

  private Optional<RoutingRecord> failed(
      RoutingRecord confirming, int index, ApiException problem) {
    if (problem.isUncertain()
        || problem.kind() == FailureKind.ALREADY_DONE
        || problem.kind() == FailureKind.STATE_CONFLICT) {
      return readBack.settle(confirming, index);
    }
    if (problem.isRetryable() || problem.kind() == FailureKind.AUTHORIZATION_LOST) {
      results.undone(confirming, index, Confirmation.OPEN);
      throw problem;
    }
    ReviewCode code = problem.reviewCode().orElse(ReviewCode.TRACKING_REFUSED);
    if (code == ReviewCode.TRACKING_REFUSED && hasOtherProvider(confirming, index)) {
      return Optional.of(
          results.onceMore(
              confirming,
              index,
              "other-provider",
              "the channel refused the provider and offers another that fits; it goes once more"));
    }
    return Optional.of(
        results.setAside(
            confirming,
            index,
            code,
            "The channel refused the tracking number. Check number and carrier, then try again. It"
                + " said: "
                + problem.getMessage()));
  }

  /** The list of providers may have been an old one; it is read anew after a refusal. */
  private boolean hasOtherProvider(RoutingRecord confirming, int index) {
    TrackedPackage parcel = confirming.packages().get(index);
    return confirming.attempts() == 0
        && providers
            .providerOf(confirming, parcel.parcel())
            .filter(chosen -> !chosen.equals(parcel.confirmation().provider()))
            .isPresent();
  }

  private static int firstWaiting(RoutingRecord record) {
    int index = 0;
    while (!record.packages().get(index).awaitsConfirmation()) {
      index++;
    }
    return index;
  }
}
