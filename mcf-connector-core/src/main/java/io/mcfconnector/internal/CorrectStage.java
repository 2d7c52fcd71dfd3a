// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.ShipmentCorrection;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackedPackage.Confirmation;
import io.mcfconnector.model.TrackedPackage.Verdict;
import io.mcfconnector.model.TrackingNumber;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives the channel another number of a parcel that it knows. The intent was saved when the need
 * was seen. The order is read before each call, since the channel lets a number be corrected only
 * once and a repeat would be refused.
 */
final class CorrectStage {

  private final Shops shops;
  private final ProviderChoice providers;
  private final ParcelResults results;
  private final Clock clock;

  CorrectStage(Shops shops, ProviderChoice providers, ParcelResults results, Clock clock) {
    this.shops = shops;
    this.providers = providers;
    this.results = results;
    this.clock = clock;
  }

  /** Returns the record to go on with; empty when this order has to wait. */
  Optional<RoutingRecord> correct(RoutingRecord correcting, int index) {
    TrackedPackage parcel = correcting.packages().get(index);
    Confirmation intent = parcel.confirmation();
    ShipmentPackage renumbered = renumbered(parcel.parcel(), numberOf(intent));
    Optional<ShippingProviderId> provider = providers.providerOf(correcting, renumbered);
    Order order = shops.require(correcting);
    List<LineItem.ShippedIn> shipped = ReadBack.shippedIn(order, parcel.lineItems());
    if (ReadBack.find(shipped, intent.number()).isPresent()) {
      return Optional.of(done(correcting, index, provider));
    }
    Optional<LineItem.ShippedIn> old = ReadBack.find(shipped, intent.replaced());
    if (old.isEmpty()) {
      return Optional.of(
          givenUp(
              correcting,
              index,
              ReviewCode.CORRECTION_SPENT,
              "the channel does not show the number that was to be replaced"));
    }
    if (provider.isEmpty()) {
      return Optional.of(
          givenUp(
              correcting,
              index,
              ReviewCode.CORRECTION_SPENT,
              "no shipping provider of the channel fits carrier '" + renumbered.carrier() + "'"));
    }
    Optional<ReviewNote> heldBack = providers.heldBack(correcting, renumbered, provider.get());
    if (heldBack.isPresent()) {
      return Optional.of(results.raised(correcting, asBefore(correcting, index), heldBack.get()));
    }
    RoutingRecord sending = results.intend(correcting, index, intent);
    try {
      shops
          .of(sending.shop())
          .correctShipment(
              new ShipmentCorrection(
                  sending.orderId(), old.get().packageId(), numberOf(intent), provider.get()));
      return Optional.of(done(sending, index, provider));
    } catch (ApiException problem) {
      return failed(sending, index, provider, problem);
    }
  }

  private Optional<RoutingRecord> failed(
      RoutingRecord sending,
      int index,
      Optional<ShippingProviderId> provider,
      ApiException problem) {
    TrackedPackage parcel = sending.packages().get(index);
    boolean doubtful =
        problem.isUncertain()
            || problem.kind() == FailureKind.ALREADY_DONE
            || problem.kind() == FailureKind.STATE_CONFLICT;
    if (!doubtful && (problem.isRetryable() || problem.kind() == FailureKind.AUTHORIZATION_LOST)) {
      results.undone(sending, index, parcel.confirmation());
      throw problem;
    }
    // Also after a refusal: an earlier call whose answer was lost may have spent the correction.
    List<LineItem.ShippedIn> shipped =
        ReadBack.shippedIn(shops.require(sending), parcel.lineItems());
    if (ReadBack.find(shipped, parcel.confirmation().number()).isPresent()) {
      return Optional.of(done(sending, index, provider));
    }
    if (doubtful && sending.attempts() < ReadBack.MAX_FAILURES) {
      results.later(
          sending,
          index,
          parcel.confirmation(),
          sending.attempts() + 1,
          "the channel does not show the new number; it goes again");
      return Optional.empty();
    }
    return Optional.of(
        givenUp(
            sending,
            index,
            problem.reviewCode().orElse(ReviewCode.CORRECTION_SPENT),
            "the channel said: " + problem.getMessage()));
  }

  private RoutingRecord done(
      RoutingRecord record, int index, Optional<ShippingProviderId> provider) {
    Confirmation intent = record.packages().get(index).confirmation();
    return results.corrected(
        record,
        index,
        new Confirmation(
            Verdict.CONFIRMED,
            intent.number(),
            provider.orElse(intent.provider()),
            intent.channelPackageId(),
            null,
            clock.instant(),
            intent.replaced()));
  }

  /** The channel keeps the number it has; a person is told both. */
  private RoutingRecord givenUp(RoutingRecord record, int index, ReviewCode code, String why) {
    Confirmation intent = record.packages().get(index).confirmation();
    return results.raised(
        record,
        asBefore(record, index),
        Corrections.note(
            code,
            List.of(
                new Corrections.Change(
                    Objects.requireNonNull(intent.replaced()), numberOf(intent))),
            why,
            clock.instant(),
            record.stateBehindReview()));
  }

  private static RoutingRecord asBefore(RoutingRecord record, int index) {
    Confirmation intent = record.packages().get(index).confirmation();
    return ParcelResults.with(
        record,
        index,
        new Confirmation(
            Verdict.CONFIRMED,
            intent.replaced(),
            intent.provider(),
            intent.channelPackageId(),
            intent.warning(),
            intent.at(),
            null));
  }

  private static TrackingNumber numberOf(Confirmation intent) {
    return Objects.requireNonNull(intent.number(), "correction without number");
  }

  private static ShipmentPackage renumbered(ShipmentPackage parcel, TrackingNumber number) {
    return new ShipmentPackage(
        parcel.id(), parcel.carrier(), number, null, parcel.status(), parcel.contents());
  }
}
