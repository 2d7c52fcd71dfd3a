// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.spi.CarrierMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which of the channel's providers is named for a parcel, and which number may not go. */
final class ProviderChoice {

  private final Shops shops;
  private final CarrierMapper carriers;
  private final WarehouseGuard guard;
  private final Clock clock;

  ProviderChoice(Shops shops, CarrierMapper carriers, WarehouseGuard guard, Clock clock) {
    this.shops = shops;
    this.carriers = carriers;
    this.guard = guard;
    this.clock = clock;
  }

  /** Returns the provider to name; empty when the channel offers none that fits. */
  Optional<ShippingProviderId> providerOf(RoutingRecord record, ShipmentPackage parcel) {
    List<ShippingProvider> offered = offered(record);
    return carriers
        .providerFor(parcel, offered)
        .filter(chosen -> offered.stream().anyMatch(provider -> provider.id().equals(chosen)));
  }

  /** Returns what a person is told when no provider fits. */
  ReviewNote unknown(RoutingRecord record, ShipmentPackage parcel) {
    return note(
        record,
        parcel,
        "No shipping provider of the channel fits carrier '"
            + parcel.carrier()
            + "'. Add it to the carrier mapping, then try again.");
  }

  /**
   * Returns what a person is told when the channel has no list of providers for the order.
   *
   * @throws ApiException the problem itself when it is another one
   */
  ReviewNote notOffered(RoutingRecord record, ShipmentPackage parcel, ApiException problem) {
    if (problem.reviewCode().filter(ReviewCode.CARRIER_UNKNOWN::equals).isEmpty()) {
      throw problem;
    }
    return note(
        record,
        parcel,
        "The channel offers no carriers for the order. Remove the cause, then try again. It said: "
            + problem.getMessage());
  }

  private ReviewNote note(RoutingRecord record, ShipmentPackage parcel, String message) {
    return new ReviewNote(
        ReviewCode.CARRIER_UNKNOWN,
        message,
        Map.of(String.valueOf(parcel.trackingNumber()), "carrier " + parcel.carrier()),
        clock.instant(),
        record.stateBehindReview());
  }

  /** Returns why the number may not go; empty when it may, and is about to. */
  Optional<ReviewNote> heldBack(
      RoutingRecord record, ShipmentPackage parcel, ShippingProviderId provider) {
    return guard.holdBack(
        record,
        parcel,
        provider,
        offered(record),
        shops.of(record.shop()),
        () -> shops.require(record));
  }

  private List<ShippingProvider> offered(RoutingRecord record) {
    String deliveryOption = record.deliveryOptionId();
    return deliveryOption == null
        ? List.of()
        : shops.of(record.shop()).shippingProviders(deliveryOption);
  }
}
