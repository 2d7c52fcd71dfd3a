// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static io.mcfconnector.tiktok.SimulatedShop.AMAZON;
import static io.mcfconnector.tiktok.SimulatedShop.ORDER;
import static io.mcfconnector.tiktok.SimulatedShop.START;
import static io.mcfconnector.tiktok.SimulatedShop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Listing.Refusal;
import io.mcfconnector.model.Listing.StockLevel;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.Party;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShipmentConfirmation.Receipt;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.SimulatedOrder.HiddenAddress;
import io.mcfconnector.testkit.tiktok.SimulatedProduct;
import io.mcfconnector.testkit.tiktok.SimulatedProduct.Sku;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The channel against a shop that behaves as TikTok does. */
final class SimulatedShopIT {

  private static final Duration HOLD = Duration.ofHours(1);

  private final SimulatedShop shop = SimulatedShop.start();
  private final TikTokShopSimulator tiktok = shop.tiktok;
  private final TikTokSalesChannel channel = shop.channel;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void findChanged_moreThanAPage_readsAllOldestFirst() {
    List<String> ids =
        IntStream.range(0, 120).mapToObj(i -> "577900000000001" + (100 + i)).toList();
    for (String id : ids) {
      tiktok.add(order(id).units(SampleCatalogue.MUG_WHITE, 1).build());
      shop.time.runFor(Duration.ofSeconds(1));
    }

    assertThat(changedIds(START, shop.time.clock().instant())).isEqualTo(ids);
    assertThat(tiktok.exchanges("searchOrders")).hasSize(2);
  }

  @Test
  void findChanged_windows_showEachChangeInItsOwn() {
    tiktok.add(order(ORDER).units(SampleCatalogue.MUG_WHITE, 1).build());
    shop.at(HOLD);

    // The end of the hold was the last change: the window of the first one is empty now.
    assertThat(changedIds(START, START.plus(HOLD))).isEmpty();
    assertThat(changedIds(START.plus(HOLD), START.plus(HOLD).plusSeconds(1)))
        .containsExactly(ORDER);
    assertThat(changedIds(START.plus(HOLD).plusSeconds(1), START.plus(HOLD.multipliedBy(2))))
        .isEmpty();
  }

  @Test
  void findOrders_idsThatTheShopDoesNotHave_areAbsent() {
    shop.addOpenOrder();

    OrderPage page =
        channel.findOrders(List.of(OrderId.of("577900000000000009"), OrderId.of(ORDER)));

    assertThat(page.orders()).extracting(found -> found.id().value()).containsExactly(ORDER);
    assertThat(page.unreadable()).isEmpty();
    assertThat(channel.findOrders(List.of(OrderId.of("577900000000000009"))).orders()).isEmpty();
  }

  @Test
  void findOrders_ordinaryOrder_hasAllThatIsNeeded() {
    shop.addOpenOrder();

    Order read = shop.read(ORDER);

    assertThat(read.status()).isEqualTo(OrderStatus.AWAITING_SHIPMENT);
    assertThat(read.shop().value()).isEqualTo(tiktok.shopId());
    assertThat(read.createdAt()).isEqualTo(START);
    assertThat(read.shippedBy()).isEqualTo(Party.SELLER);
    assertThat(read.warehouseId()).isEqualTo(SampleCatalogue.WAREHOUSE);
    assertThat(read.deadlines().shipBy()).isNotNull();
    assertThat(read.lineItems()).hasSize(3);
    LineItem unit = read.lineItems().get(0);
    assertThat(unit.sku().id().value()).isEqualTo(SampleCatalogue.MUG_BLUE);
    assertThat(String.valueOf(unit.sku().sellerSku())).isEqualTo("HL-MUG-BLU");
    assertThat(unit.status()).isEqualTo(LineItem.Status.OPEN);
    assertThat(read.destination())
        .isEqualTo(
            Address.builder()
                .name("Ada Example")
                .line1("12 Sample Street")
                .line2("Apt 4")
                .city("Springfield")
                .stateOrRegion("Illinois")
                .postalCode("62701")
                .countryCode("US")
                .phone("(+1)2175550100")
                .build());
  }

  @ParameterizedTest
  @EnumSource
  void findOrders_orderOnHold_hidesItsAddressUntilTheHoldEnds(HiddenAddress hidden) {
    tiktok.add(order(ORDER).units(SampleCatalogue.MUG_BLUE, 1).hiddenAddress(hidden).build());

    Order held = shop.read(ORDER);

    assertThat(held.status()).isEqualTo(OrderStatus.ON_HOLD);
    if (hidden == HiddenAddress.MASKED) {
      assertThat(Objects.requireNonNull(held.destination()).line1()).contains("***");
    } else if (hidden == HiddenAddress.ABSENT) {
      assertThat(held.destination()).isNull();
    } else {
      Address left = held.destination();
      assertThat(left == null || left.line1().isEmpty()).isTrue();
    }
    shop.at(HOLD);
    assertThat(Objects.requireNonNull(shop.read(ORDER).destination()).line1())
        .isEqualTo("12 Sample Street");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "BY_SELLER")
  void findOrders_orderThatTikTokShips_saysSo(SimulatedOrder.Shipping shipping) {
    tiktok.add(order(ORDER).units(SampleCatalogue.MUG_BLUE, 1).shipping(shipping).build());

    Order read = shop.read(ORDER);

    assertThat(read.shippedBy()).isEqualTo(Party.CHANNEL);
    assertThat(read.fulfilledBy())
        .isEqualTo(
            shipping == SimulatedOrder.Shipping.FULFILLED_BY_TIKTOK ? Party.CHANNEL : Party.SELLER);
  }

  @Test
  void findOrders_virtualBundle_namesItsComponents() {
    tiktok.add(order(ORDER).units(SampleCatalogue.KITCHEN_KIT, 1).build());

    assertThat(shop.read(ORDER).lineItems().get(0).bundle())
        .extracting(part -> part.sku().id().value(), part -> part.units())
        .containsExactlyInAnyOrder(
            tuple(SampleCatalogue.BOARD_SMALL, 1), tuple(SampleCatalogue.MUG_BLUE, 2));
  }

  @Test
  void shopCipher_notConfigured_isLookedUpOnce() {
    channel.findOrders(List.of(OrderId.of(ORDER)));
    channel.findOrders(List.of(OrderId.of(ORDER)));

    assertThat(tiktok.exchanges("getAuthorizedShops")).hasSize(1);
    assertThat(tiktok.exchanges("getOrders"))
        .allSatisfy(
            exchange ->
                assertThat(exchange.request().query())
                    .containsEntry("shop_cipher", tiktok.shopCipher()));
  }

  @Test
  void confirmShipment_wholeOrder_isShippedWithItsNumber() {
    shop.addOpenOrder();

    Receipt receipt =
        channel.confirmShipment(
            shop.confirmation("TBA300000000001", shop.unit(0), shop.unit(1), shop.unit(2)));

    assertThat(receipt.packageId()).isNotBlank();
    assertThat(receipt.warning()).isNull();
    Order shipped = shop.read(ORDER);
    assertThat(shipped.status()).isEqualTo(OrderStatus.AWAITING_COLLECTION);
    assertThat(shipped.lineItems())
        .allSatisfy(
            unit -> {
              LineItem.ShippedIn in = Objects.requireNonNull(unit.shippedIn());
              assertThat(in.packageId()).isEqualTo(receipt.packageId());
              assertThat(String.valueOf(in.trackingNumber())).isEqualTo("TBA300000000001");
            });
    assertThat(tiktok.order(ORDER).units().get(0).shippingProviderId()).isEqualTo(AMAZON);
  }

  @Test
  void confirmShipment_severalPackages_eachTakesItsUnits() {
    shop.addOpenOrder();

    Receipt first = channel.confirmShipment(shop.confirmation("TBA300000000001", shop.unit(1)));
    assertThat(shop.read(ORDER).status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
    assertThat(shop.read(ORDER).openLineItems())
        .extracting(LineItem::id)
        .containsExactly(shop.unit(0), shop.unit(2));
    Receipt second =
        channel.confirmShipment(shop.confirmation("TBA300000000002", shop.unit(0), shop.unit(2)));

    assertThat(first.packageId()).isNotEqualTo(second.packageId());
    assertThat(shop.read(ORDER).status()).isEqualTo(OrderStatus.AWAITING_COLLECTION);
    assertThat(tiktok.order(ORDER).trackingNumbers())
        .containsExactly("TBA300000000001", "TBA300000000002");
  }

  @Test
  void confirmShipment_sameUnitsAgain_isAlreadyDone() {
    shop.addOpenOrder();
    channel.confirmShipment(shop.confirmation("TBA300000000001", shop.unit(0)));

    assertThat(failure(() -> confirm("TBA300000000002", 0)).kind())
        .isEqualTo(FailureKind.ALREADY_DONE);
    channel.confirmShipment(shop.confirmation("TBA300000000003", shop.unit(1), shop.unit(2)));
    assertThat(failure(() -> confirm("TBA300000000004", 0)).kind())
        .isEqualTo(FailureKind.ALREADY_DONE);
    assertThat(tiktok.order(ORDER).trackingNumbers())
        .containsExactly("TBA300000000001", "TBA300000000003");
  }

  @Test
  void confirmShipment_orderOnHold_isStateConflict() {
    tiktok.add(order(ORDER).units(SampleCatalogue.MUG_BLUE, 1).build());

    assertThat(failure(() -> confirm("TBA300000000001", 0)).kind())
        .isEqualTo(FailureKind.STATE_CONFLICT);
    assertThat(tiktok.order(ORDER).fullyShipped()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(CancelReason.class)
  void cancel_everyReason_isTakenOnce(CancelReason reason) {
    shop.addOpenOrder();
    Order order = channel.findOrders(List.of(OrderId.of(ORDER))).orders().get(0);

    channel.cancel(order, reason);

    assertThat(channel.findOrders(List.of(OrderId.of(ORDER))).orders())
        .extracting(Order::status)
        .containsExactly(OrderStatus.CANCELLED);
    assertThat(failure(() -> channel.cancel(order, reason)).kind())
        .isEqualTo(FailureKind.STATE_CONFLICT);
  }

  @ParameterizedTest
  @EnumSource(CancelReason.class)
  void cancel_unpaidOrder_hasTikToksReasonsForIt(CancelReason reason) {
    shop.addOpenOrder();
    Order unpaid =
        channel.findOrders(List.of(OrderId.of(ORDER))).orders().get(0).toBuilder()
            .status(OrderStatus.UNPAID, "UNPAID")
            .build();

    // The shop knows better that it is paid: a reason for unpaid orders does not fit.
    assertThat(failure(() -> channel.cancel(unpaid, reason)).kind())
        .isEqualTo(
            reason == CancelReason.ADDRESS_NOT_DELIVERABLE
                ? FailureKind.REFUSED
                : FailureKind.CALLER_FAULT);
  }

  @Test
  void confirmShipment_cancelledOrder_isStateConflict() {
    shop.addOpenOrder();
    tiktok.cancel(ORDER);

    assertThat(failure(() -> confirm("TBA300000000001", 0)).kind())
        .isEqualTo(FailureKind.STATE_CONFLICT);
  }

  @Test
  void confirmShipment_specialCharactersInTheNumber_areRefused() {
    shop.addOpenOrder();

    assertThat(failure(() -> confirm("TBA_3000#1", 0)))
        .returns(FailureKind.REFUSED, ApiException::kind)
        .returns("tracking_number", problem -> problem.jsonPath().orElse(null));
  }

  @Test
  void confirmShipment_numberOfAnotherCarrier_isTakenWithAWarning() {
    shop.addOpenOrder();

    Receipt receipt =
        channel.confirmShipment(shop.confirmation("1Z9999999999999999", shop.unit(0)));

    assertThat(receipt.warning()).isNotNull();
    assertThat(tiktok.order(ORDER).trackingNumbers()).containsExactly("1Z9999999999999999");
  }

  @Test
  void confirmShipment_orderOfAnotherShop_isNotFound() {
    shop.addOpenOrder();
    shop.tiktok.forgetExchanges();
    OrderId other = OrderId.of("577900000000000009");

    ApiException problem =
        failure(
            () ->
                channel.confirmShipment(
                    new ShipmentConfirmation(
                        other,
                        List.of(shop.unit(0)),
                        TrackingNumber.of("TBA300000000001"),
                        ShippingProviderId.of(AMAZON))));

    assertThat(problem.kind()).isEqualTo(FailureKind.NOT_FOUND);
  }

  @Test
  void shippingProviders_ofAnOrder_includeAmazon() {
    shop.addOpenOrder();
    String option = Objects.requireNonNull(shop.read(ORDER).deliveryOptionId());

    assertThat(channel.shippingProviders(option))
        .contains(new ShippingProvider(ShippingProviderId.of(AMAZON), "Amazon Logistics"));
  }

  @Test
  void shippingProviders_optionThatTikTokShips_isRefused() {
    tiktok.add(
        order(ORDER)
            .units(SampleCatalogue.MUG_BLUE, 1)
            .shipping(SimulatedOrder.Shipping.LABEL_BY_TIKTOK)
            .build());
    String option = Objects.requireNonNull(shop.read(ORDER).deliveryOptionId());

    assertThat(failure(() -> channel.shippingProviders(option)).kind())
        .isEqualTo(FailureKind.REFUSED);
  }

  @Test
  void listings_manyProducts_readsEveryPage() {
    List<SimulatedProduct> products =
        IntStream.range(0, 205)
            .mapToObj(
                i ->
                    new SimulatedProduct(
                        "17295000000001" + (1000 + i),
                        "Mug " + i,
                        List.of(Sku.of("17295000000002" + (1000 + i), "MUG-" + i, "", "9.99", i))))
            .toList();
    try (SimulatedShop large = SimulatedShop.start(builder -> builder.products(products))) {
      List<Listing> listings = large.channel.listings().toList();

      assertThat(listings).hasSize(205);
      assertThat(listings.get(204).quantities()).isEqualTo(Map.of(SampleCatalogue.WAREHOUSE, 204));
      assertThat(large.tiktok.exchanges("searchProducts")).hasSizeGreaterThan(1);
    }
  }

  @Test
  void publishStock_newFigure_isVisible() {
    assertThat(publish(channel, Map.of(SampleCatalogue.MUG_BLUE, 37))).isEmpty();

    assertThat(tiktok.stock(SampleCatalogue.MUG_BLUE).available()).isEqualTo(37);
    assertThat(listing(channel, SampleCatalogue.MUG_BLUE).quantities())
        .isEqualTo(Map.of(SampleCatalogue.WAREHOUSE, 37));
    assertThat(tiktok.stock(SampleCatalogue.MUG_WHITE).available()).isEqualTo(1000);
  }

  @Test
  void publishStock_oneSkuLocked_writesTheOther() {
    tiktok.lockStock(SampleCatalogue.MUG_BLUE);

    List<Refusal> refusals =
        publish(channel, Map.of(SampleCatalogue.MUG_BLUE, 5, SampleCatalogue.MUG_WHITE, 6));

    assertThat(refusals)
        .extracting(refusal -> refusal.sku().value(), Refusal::code)
        .containsExactly(tuple(SampleCatalogue.MUG_BLUE, "12052393"));
    assertThat(tiktok.stock(SampleCatalogue.MUG_BLUE).available()).isEqualTo(1000);
    assertThat(tiktok.stock(SampleCatalogue.MUG_WHITE).available()).isEqualTo(6);
  }

  @Test
  void publishStock_disabledWarehouse_isRefused() {
    tiktok.disableWarehouse(SampleCatalogue.WAREHOUSE);

    assertThat(publish(channel, Map.of(SampleCatalogue.MUG_BLUE, 5)))
        .extracting(Refusal::code)
        .containsExactly("12052531");
  }

  @Test
  void publishStock_zero_isWritten() {
    assertThat(publish(channel, Map.of(SampleCatalogue.MUG_BLUE, 0))).isEmpty();

    assertThat(tiktok.stock(SampleCatalogue.MUG_BLUE).available()).isZero();
  }

  @Test
  void publishStock_zeroNotAccepted_leavesOneWhereThatIsWanted() {
    try (SimulatedShop strict = SimulatedShop.start(builder -> builder.zeroStockAccepted(false))) {
      TikTokSalesChannel channel =
          TikTokSalesChannel.builder(strict.client).leaveOneWhenZeroIsRefused(true).build();

      List<Refusal> refusals =
          publish(channel, Map.of(SampleCatalogue.MUG_BLUE, 0, SampleCatalogue.MUG_WHITE, 6));

      assertThat(refusals).extracting(Refusal::code).containsExactly("12052055");
      assertThat(strict.tiktok.stock(SampleCatalogue.MUG_BLUE).available()).isEqualTo(1);
      assertThat(strict.tiktok.stock(SampleCatalogue.MUG_WHITE).available()).isEqualTo(6);
    }
  }

  @Test
  void stockOf_listings_isWhatCanBeOrderedNow() {
    List<Listing> before;
    try (Stream<Listing> all = channel.listings()) {
      before = all.toList();
    }
    publish(channel, Map.of(SampleCatalogue.MUG_BLUE, 37));

    assertThat(channel.stockOf(before))
        .hasSameSizeAs(before)
        .filteredOn(listing -> listing.sku().id().value().equals(SampleCatalogue.MUG_BLUE))
        .singleElement()
        .satisfies(listing -> assertThat(listing.quantities()).containsValue(37));
    assertThat(channel.stockOf(List.of())).isEmpty();
  }

  @Test
  void publishStock_zeroNotAccepted_isRefusedAndTheOtherWritten() {
    try (SimulatedShop strict = SimulatedShop.start(builder -> builder.zeroStockAccepted(false))) {
      List<Refusal> refusals =
          publish(
              strict.channel, Map.of(SampleCatalogue.MUG_BLUE, 0, SampleCatalogue.MUG_WHITE, 6));

      assertThat(refusals)
          .extracting(refusal -> refusal.sku().value(), Refusal::code)
          .containsExactly(tuple(SampleCatalogue.MUG_BLUE, "12052055"));
      assertThat(strict.tiktok.stock(SampleCatalogue.MUG_BLUE).available()).isEqualTo(1000);
      assertThat(strict.tiktok.stock(SampleCatalogue.MUG_WHITE).available()).isEqualTo(6);
    }
  }

  private Receipt confirm(String number, int unit) {
    return channel.confirmShipment(shop.confirmation(number, shop.unit(unit)));
  }

  private List<String> changedIds(Instant from, Instant to) {
    List<String> ids = new ArrayList<>();
    String page = null;
    do {
      OrderPage found = channel.findChanged(from, to, page);
      found.orders().forEach(changed -> ids.add(changed.id().value()));
      page = found.nextPage();
    } while (page != null);
    return ids;
  }

  private static List<Refusal> publish(TikTokSalesChannel channel, Map<String, Integer> figures) {
    List<StockLevel> levels = new ArrayList<>();
    figures.forEach(
        (sku, units) ->
            levels.add(new StockLevel(listing(channel, sku), SampleCatalogue.WAREHOUSE, units)));
    return channel.publishStock(levels);
  }

  private static Listing listing(TikTokSalesChannel channel, String skuId) {
    return channel
        .listings()
        .filter(listing -> listing.sku().id().value().equals(skuId))
        .findFirst()
        .orElseThrow();
  }

  private static ApiException failure(ThrowingCallable call) {
    return catchThrowableOfType(ApiException.class, call);
  }
}
