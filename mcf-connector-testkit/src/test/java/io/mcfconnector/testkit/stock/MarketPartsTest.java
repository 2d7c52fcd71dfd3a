// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.model.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The platforms of a market, one by one. */
class MarketPartsTest {

  private static final Instant START = Instant.parse("2026-09-01T12:00:00Z");
  private static final Msku MUG = Msku.of("FBA-MUG");

  private final MarketTime time = new MarketTime(START, new SplittableRandom(1));
  private final Shopfront front = new Shopfront(ShopId.of("live"), 1, new SplittableRandom(2));
  private final ShopChannel shop = new ShopChannel(front, time);
  private final Pool pool = new Pool(2, Duration.ofMinutes(5));
  private final PoolNetwork network = new PoolNetwork(Map.of(MUG, pool), time);

  private static Instant at(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  private Listing.StockLevel level(int quantity) {
    Listing listing = shop.listings().findFirst().orElseThrow();
    return new Listing.StockLevel(listing, shop.warehouseOf(listing), quantity);
  }

  private static FulfillmentOrder order(String id) {
    Address somewhere =
        Address.builder()
            .name("Keiko Marlowe")
            .line1("200 Copper Kettle Ln")
            .city("Denver")
            .stateOrRegion("CO")
            .postalCode("80202")
            .countryCode("US")
            .build();
    return new FulfillmentOrder(
        FulfillmentOrderId.of("TTS", OrderId.of(id), 1),
        OrderId.of(id),
        START,
        ShippingSpeed.STANDARD,
        somewhere,
        List.of(new FulfillmentOrderItem("1", MUG, List.of(LineItemId.of(id + "-1")))));
  }

  @Test
  void count_afterATake_showsItWhenTheLagIsOver() {
    assertThat(pool.take(1, at(0))).isTrue();
    assertThat(pool.take(1, at(2))).isTrue();
    assertThat(pool.take(1, at(3))).isFalse();
    assertThat(pool.units()).isZero();
    assertThat(pool.counted(at(4))).isEqualTo(2);
    assertThat(pool.counted(at(5))).isEqualTo(1);
    assertThat(pool.counted(at(6))).isEqualTo(1);
    assertThat(pool.counted(at(7))).isZero();
    assertThat(pool.counted(at(8))).isZero();
  }

  @Test
  void call_takesTime_inWhichPeopleGoOn() {
    List<String> story = new ArrayList<>();
    time.at(START.plusMillis(1), now -> story.add("buyer at " + now));
    time.call(() -> story.add("call at " + (time.now().isAfter(START) ? "later" : "once")));
    assertThat(story).containsExactly("buyer at 2026-09-01T12:00:00.001Z", "call at later");
    assertThat(Duration.between(START, time.now()))
        .isBetween(Duration.ofMillis(200), Duration.ofMillis(1200));
  }

  @Test
  void happenings_plannedOutOfOrder_happenInTheOrderOfTheirTimes() {
    List<Integer> story = new ArrayList<>();
    time.at(at(2), now -> story.add(2));
    time.at(
        at(1),
        now -> {
          story.add(1);
          time.at(now.plusSeconds(1), later -> story.add(11));
        });
    time.runFor(Duration.ofMinutes(2));
    assertThat(story).containsExactly(1, 11, 2);
  }

  @Test
  void listing_sellsWhatItShows_andAWriteReplacesTheFigure() {
    front.list(MUG);
    assertThat(front.buy(MUG, at(0))).isFalse();
    Listing.StockLevel three = level(3);
    // Two buyers come while the write is on its way; it wipes out what they did to the figure.
    shop.publishStock(List.of(three));
    assertThat(front.buy(MUG, time.now())).isTrue();
    assertThat(front.buy(MUG, time.now())).isTrue();
    assertThat(shop.listings()).extracting(Listing::quantities).containsExactly(Map.of("MCF", 1));
    shop.publishStock(List.of(three));
    assertThat(front.shown()).containsEntry(MUG, 3);
    assertThat(front.writes()).isEqualTo(2);
    assertThat(front.sold(MUG)).isEqualTo(2);
  }

  @Test
  void order_isSeenLate_heldForAnHour_andShowsItsAddressAfterwards() {
    front.list(MUG);
    front.write(MUG, 500);
    for (int i = 0; i < 120; i++) {
      front.buy(MUG, at(0));
    }
    assertThat(front.changed(at(0), at(1), at(0))).hasSizeLessThan(120);
    assertThat(front.changed(at(0), at(1), at(0).plusSeconds(30))).hasSize(120);

    time.runFor(Duration.ofMinutes(30));
    OrderPage first = shop.findChanged(at(0), at(30), null);
    assertThat(first.orders()).hasSize(100);
    OrderPage second = shop.findChanged(at(0), at(30), first.nextPage());
    assertThat(second.orders()).hasSize(20);
    assertThat(second.nextPage()).isNull();
    assertThat(first.orders())
        .allSatisfy(
            order -> {
              assertThat(order.status()).isEqualTo(OrderStatus.ON_HOLD);
              assertThat(order.destination()).isNull();
              assertThat(order.updatedAt()).isEqualTo(at(0));
            });

    time.runFor(Duration.ofMinutes(40));
    assertThat(shop.findChanged(at(0), at(59), null).orders()).isEmpty();
    assertThat(shop.findChanged(at(59), at(61), null).orders()).hasSize(100);
    OrderId id = first.orders().get(0).id();
    Order free = shop.findOrders(List.of(id, OrderId.of("unknown"))).orders().get(0);
    assertThat(free.status()).isEqualTo(OrderStatus.AWAITING_SHIPMENT);
    assertThat(free.destination()).isNotNull();
    assertThat(free.updatedAt()).isEqualTo(at(60));
  }

  @Test
  void network_takesUnitsAtOnce_andRefusesWhatThePoolCannotServe() {
    network.create(order("1"));
    assertThat(pool.units()).isEqualTo(1);
    assertThat(network.fulfillableUnits(List.of(MUG, Msku.of("OTHER")))).isEqualTo(Map.of(MUG, 2));
    assertThatThrownBy(() -> network.create(order("1")))
        .isInstanceOfSatisfying(
            ApiException.class,
            again -> assertThat(again.kind()).isEqualTo(FailureKind.ALREADY_DONE));
    network.create(order("2"));
    assertThatThrownBy(() -> network.create(order("3")))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> assertThat(refusal.reviewCode()).contains(ReviewCode.OUT_OF_STOCK));
    assertThat(network.placed(MUG)).isEqualTo(2);
    assertThat(network.decided()).isEqualTo(3);
    assertThat(network.find(order("2").id())).isPresent();
    assertThat(network.find(order("3").id())).isEmpty();
    assertThat(network.findChanged(START)).hasSize(2);
    assertThat(network.findChanged(time.now())).isEmpty();
  }

  @Test
  void platforms_askedForWhatNoMarketNeeds_refuse() {
    front.list(MUG);
    front.write(MUG, 1);
    front.buy(MUG, at(0));
    OrderId id = OrderId.of("1000000000");
    Order order = shop.findOrders(List.of(id)).orders().get(0);
    assertThat(shop.cancelRequests(List.of(id))).isEmpty();
    assertThatThrownBy(() -> shop.shippingProviders("STANDARD")).isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> shop.cancel(order, CancelReason.OUT_OF_STOCK))
        .isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> network.cancel(order("1").id())).isInstanceOf(ApiException.class);
  }
}
