// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.OrderStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose turn it is: the earliest deadline, and among equal ones the shops in turns. */
class PlacingOrderTest {

  private static final Instant MIDNIGHT = RouterFixture.START.plus(Duration.ofDays(2));

  private final RouterFixture fixture = new RouterFixture();
  private final Map<OrderId, FakeSalesChannel> shopOf = new HashMap<>();
  private final List<FakeSalesChannel> shops = new ArrayList<>();
  private int made;

  private void open(int count) {
    for (int i = 0; i < count; i++) {
      shops.add(new FakeSalesChannel("800" + i, fixture.faults, fixture.clock));
    }
    fixture.router = routerOn(fixture.store);
  }

  private OrderRouter routerOn(OrderStore store) {
    OrderRouterBuilder builder =
        OrderRouter.builder()
            .fulfillmentNetwork(fixture.network)
            .store(store)
            .scheduler(fixture.scheduler)
            .skuMapper((shop, sku) -> Optional.of(List.of(RouterFixture.component("M", 1))))
            .clock(fixture.clock);
    shops.forEach(builder::salesChannel);
    return builder.build();
  }

  private void put(FakeSalesChannel shop, int count, Instant deadline) {
    for (int i = 0; i < count; i++) {
      OrderId id = OrderId.of(String.valueOf(1_000_000 + made++));
      shopOf.put(id, shop);
      shop.put(
          fixture
              .order(shop, id.value(), "A")
              .deadlines(new Deadlines(deadline, null, null, null))
              .build());
    }
  }

  /** Returns the shops of the orders in the order in which these were placed. */
  private List<FakeSalesChannel> placed() {
    return fixture.network.requests().stream().map(sent -> shopOf.get(sent.orderId())).toList();
  }

  @Test
  void place_burstOfOneOfTwoShops_turnsAlternateUntilTheOtherHasNoMore() {
    open(2);
    put(shops.get(0), 60, MIDNIGHT);
    put(shops.get(1), 15, MIDNIGHT);
    fixture.run();

    List<FakeSalesChannel> placed = placed();
    assertThat(placed).hasSize(75);
    for (int i = 0; i < 30; i += 2) {
      assertThat(placed.subList(i, i + 2)).containsExactlyInAnyOrderElementsOf(shops);
    }
    assertThat(placed.subList(30, 75)).containsOnly(shops.get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 7})
  void place_everyShopHasMoreThanABatch_sharesStayEqualOverAllBatches(int count) {
    open(count);
    shops.forEach(shop -> put(shop, 40, MIDNIGHT));
    fixture.run();

    List<FakeSalesChannel> placed = placed();
    assertThat(placed).hasSize(40 * count);
    for (int i = 0; i < placed.size(); i += count) {
      assertThat(placed.subList(i, i + count)).containsExactlyInAnyOrderElementsOf(shops);
    }
  }

  @Test
  void place_moreShopsThanABatchTakes_noneStarves() {
    open(25);
    put(shops.get(0), 100, MIDNIGHT);
    shops.subList(1, 25).forEach(shop -> put(shop, 3, MIDNIGHT));
    fixture.run();

    assertThat(placed()).hasSize(172);
    assertThat(placed().subList(0, 25)).containsExactlyInAnyOrderElementsOf(shops);
    assertThat(placed().subList(75, 172)).containsOnly(shops.get(0));
  }

  @Test
  void place_earlierDeadline_alwaysGoesFirst() {
    open(5);
    put(shops.get(0), 100, MIDNIGHT);
    put(shops.get(4), 3, MIDNIGHT.plusSeconds(1));
    put(shops.get(2), 30, MIDNIGHT.minusSeconds(1));
    fixture.run();

    assertThat(placed().subList(0, 30)).containsOnly(shops.get(2));
    assertThat(placed().subList(30, 130)).containsOnly(shops.get(0));
    assertThat(placed().subList(130, 133)).containsOnly(shops.get(4));
  }

  @Test
  void place_cancellationBehindALongQueue_isNotKeptWaiting() {
    open(2);
    put(shops.get(0), 1, MIDNIGHT.plusSeconds(1));
    fixture.run();
    OrderId cancelled = shopOf.keySet().iterator().next();
    fixture.clock.advance(Duration.ofMinutes(1));
    shops.get(0).change(cancelled, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));
    fixture.clock.advance(Duration.ofSeconds(1));
    put(shops.get(0), 50, MIDNIGHT);
    put(shops.get(1), 50, MIDNIGHT);
    fixture.router.runDue(Duty.INTAKE);
    AtomicLong stoppedBefore = new AtomicLong();
    fixture.faults.failWhile(
        "create", FailureKind.NOT_SENT, () -> stoppedBefore.set(fixture.faults.calls("cancel")));
    assertThat(fixture.state(cancelled)).isEqualTo(RoutingState.CANCELLING);
    fixture.router.runDue(Duty.PLACE);

    assertThat(stoppedBefore).hasValue(1);
  }

  @Test
  void place_shopThatCannotBeRead_doesNotHoldUpTheOthers() {
    open(2);
    put(shops.get(0), 30, MIDNIGHT);
    put(shops.get(1), 30, MIDNIGHT);
    fixture.router.runDue(Duty.INTAKE);
    for (int i = 0; i < 10; i++) {
      fixture.faults.fail("findOrders", FailureKind.UNAVAILABLE);
    }
    fixture.router.runDue(Duty.PLACE);
    fixture.faults.none();
    fixture.pass(Duration.ofMinutes(2));

    assertThat(placed()).hasSize(60);
    assertThat(new HashSet<>(fixture.network.taken())).hasSize(60);
  }

  @Test
  void place_fewerThanABatch_asksTheStoreOnceForAllShops() {
    open(5);
    shops.forEach(shop -> put(shop, 3, MIDNIGHT));
    fixture.router.runDue(Duty.INTAKE);
    AtomicInteger questions = new AtomicInteger();
    routerOn(counting(questions)).runDue(Duty.PLACE);

    assertThat(placed()).hasSize(15);
    assertThat(questions).hasValue(2);
  }

  private OrderStore counting(AtomicInteger questions) {
    return (OrderStore)
        Proxy.newProxyInstance(
            OrderStore.class.getClassLoader(),
            new Class<?>[] {OrderStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("findDue")) {
                questions.incrementAndGet();
              }
              try {
                return method.invoke(fixture.store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void scheduledRun_muchToPlaceAtASlowNetwork_letsOthersRunAndComesAgain() {
    open(1);
    put(shops.get(0), 70, MIDNIGHT);
    fixture.router.runDue(Duty.INTAKE);
    fixture.network.takesEach(Duration.ofSeconds(1));
    fixture.router.start();
    fixture.scheduler.run("place/SELLER-1");
    assertThat(placed()).hasSize(20);

    int runs = 1;
    while (fixture.scheduler.runWoken().contains("place/SELLER-1")) {
      runs++;
    }
    assertThat(placed()).hasSize(70);
    assertThat(runs).isEqualTo(5);
  }

  @Test
  void runDue_muchToPlaceAtASlowNetwork_placesAllOfIt() {
    open(1);
    put(shops.get(0), 70, MIDNIGHT);
    fixture.network.takesEach(Duration.ofSeconds(1));
    fixture.run();

    assertThat(placed()).hasSize(70);
    assertThat(shopOf.keySet().stream().map(fixture::state).collect(Collectors.toSet()))
        .containsExactly(RoutingState.PLACED);
  }
}
