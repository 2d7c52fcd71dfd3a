// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.Reservation;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.StockPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Some hours of shops that draw on one stock, in virtual time, all of it chosen by a seed: buyers,
 * cancellations, orders that are listed late, goods that arrive, a count that lags, other channels
 * and sellers, faults, crashes and restarts. What truly is in the warehouse decides what was
 * oversold.
 */
final class StockWorld {

  private static final Duration WILD = Duration.ofMinutes(35);
  private static final Duration CALM = Duration.ofHours(4);
  private static final Duration SETTLE = Duration.ofMinutes(30);

  private static final Map<String, Map<String, Integer>> CONTENTS =
      Map.of(
          "A", Map.of("M-A", 1),
          "A2", Map.of("M-A", 1),
          "B", Map.of("M-B", 1),
          "KIT", Map.of("M-A", 1, "M-B", 2));

  private final long seed;
  private final WorldFigures figures;
  private final MutableClock clock = new MutableClock(RouterFixture.START);
  private final WorldAgenda agenda;
  private final Faults faults = new Faults();
  private final FaultyStore store = new FaultyStore(faults);
  private final FakeFulfillmentNetwork network = new FakeFulfillmentNetwork(faults, clock);
  private final List<FakeSalesChannel> shops = new ArrayList<>();
  private final Map<String, Integer> truth = new TreeMap<>();
  private final Map<OrderId, List<String>> unplaced = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> hostReserved = new LinkedHashMap<>();
  private final List<String> violations = new ArrayList<>();
  private final boolean othersSell;
  private final boolean late;
  private final Duration lag;
  private final int safety;
  private OrderRouter router;
  private int numbers;
  private int published;

  StockWorld(long seed, WorldFigures figures) {
    this.seed = seed;
    this.figures = figures;
    agenda = new WorldAgenda(clock, new Random(seed));
    othersSell = agenda.chance(25);
    late = agenda.chance(30);
    lag = agenda.minutes(0, 15);
    safety = agenda.number(4);
    if (agenda.chance(50)) {
      faults.atRandom(new Random(seed + 1), agenda.chance(50) ? 0.01 : 0.05);
    }
    network.inside(
        new FakeFulfillmentNetwork.Inside() {
          @Override
          public void taken(FulfillmentOrder order) {
            unplaced.remove(order.orderId());
            order.items().forEach(item -> leave(item.msku().value(), item.quantity()));
          }
        });
    int count = 1 + agenda.number(3);
    for (int shop = 1; shop <= count; shop++) {
      FakeSalesChannel channel = new FakeSalesChannel("700" + shop, faults, clock);
      channel.inside(
          new FakeSalesChannel.Inside() {
            @Override
            public void stocked() {
              published++;
              check("after a write");
            }
          });
      for (String sku : List.of("A", "A2", "B", "KIT")) {
        if (agenda.chance(70)) {
          channel.list(
              new Listing(
                  "PRODUCT-" + sku, RouterFixture.sku(sku), Map.of(FakeSalesChannel.WAREHOUSE, 0)));
        }
      }
      shops.add(channel);
    }
    arrive("M-A", agenda.number(60));
    arrive("M-B", agenda.number(60));
    truth.forEach(network::stock);
    router = newRouter();
  }

  private OrderRouter newRouter() {
    OrderRouterBuilder builder = OrderRouter.builder();
    shops.forEach(builder::salesChannel);
    return builder
        .fulfillmentNetwork(network)
        .store(store)
        .scheduler(new ManualScheduler())
        .skuMapper((shop, sku) -> componentsOf(String.valueOf(sku.sellerSku())))
        .stockPolicy(StockPolicy.fixed(safety))
        .settleTime(SETTLE)
        .clock(clock)
        .build();
  }

  private static Optional<List<SkuMapper.Component>> componentsOf(String sku) {
    return Optional.ofNullable(CONTENTS.get(sku))
        .map(
            contents ->
                contents.entrySet().stream()
                    .map(one -> RouterFixture.component(one.getKey(), one.getValue()))
                    .toList());
  }

  private void arrive(String msku, int units) {
    truth.merge(msku, units, Integer::sum);
    showCount(msku);
  }

  private void leave(String msku, int units) {
    truth.merge(msku, -units, Integer::sum);
    showCount(msku);
  }

  /** The network tells a change some time after it happened. */
  private void showCount(String msku) {
    int units = Math.max(0, truth.getOrDefault(msku, 0));
    agenda.after(lag, () -> network.stock(msku, units));
  }

  /** Lives through the hours and returns what broke a promise; empty = nothing. */
  List<String> run() {
    Instant wildEnd = clock.instant().plus(WILD);
    while (clock.instant().isBefore(wildEnd)) {
      clock.advance(Duration.ofSeconds(20 + agenda.number(60)));
      agenda.run();
      happen();
      check("by what happened");
      guarded(this::runDuties);
      check("after the duties");
    }
    faults.none();
    guarded(this::releaseAll);
    Instant end = wildEnd.plus(CALM);
    while (clock.instant().isBefore(end)) {
      // What is listed late is found in time by duties that run in time.
      boolean isSettling = clock.instant().isBefore(wildEnd.plus(Duration.ofHours(1)));
      clock.advance(Duration.ofMinutes(isSettling ? 5 : 20));
      agenda.run();
      guarded(this::runDuties);
      check("in the calm");
    }
    checkEnd();
    count();
    return violations;
  }

  private void happen() {
    for (int i = agenda.number(4); i > 0; i--) {
      buy();
    }
    if (agenda.chance(3)) {
      arrive(agenda.chance(50) ? "M-A" : "M-B", 1 + agenda.number(40));
    }
    if (othersSell && agenda.chance(30)) {
      String msku = agenda.chance(50) ? "M-A" : "M-B";
      if (truth.getOrDefault(msku, 0) > 0) {
        leave(msku, 1);
      }
    }
    if (agenda.chance(4)) {
      guarded(this::reserve);
    }
    if (agenda.chance(4)) {
      guarded(this::releaseOne);
    }
    if (!late && agenda.chance(8)) {
      cancel();
    }
    if (agenda.chance(2)) {
      router.close();
      router = newRouter();
      figures.count("restarts", 1);
    }
  }

  private void buy() {
    FakeSalesChannel shop = shops.get(agenda.number(shops.size()));
    String sku = List.of("A", "A2", "B", "KIT", "A").get(agenda.number(5));
    int units = Math.min(shop.shown(sku), 1 + agenda.number(3));
    if (units <= 0) {
      return;
    }
    shop.sell(sku, units);
    figures.count("units sold", units);
    OrderId id = OrderId.of("9" + shop.shop() + ++numbers);
    List<String> skus = Collections.nCopies(units, sku);
    unplaced.put(id, skus);
    Order order = order(shop.shop(), id, skus);
    if (late && agenda.chance(20)) {
      agenda.after(agenda.minutes(0, 10), () -> shop.put(order));
    } else {
      shop.put(order);
    }
  }

  private Order order(ShopId shop, OrderId id, List<String> skus) {
    boolean held = agenda.chance(60);
    Instant now = clock.instant();
    List<LineItem> items = new ArrayList<>();
    for (String sku : skus) {
      items.add(RouterFixture.unit(id + "-" + items.size(), sku));
    }
    if (held) {
      agenda.after(agenda.minutes(15, 60), () -> endHold(shop, id));
    }
    return Order.builder(id, shop)
        .status(held ? OrderStatus.ON_HOLD : OrderStatus.AWAITING_SHIPMENT, "")
        .traits(Set.of(OrderTrait.CHANNEL_HOLD))
        .createdAt(now)
        .paidAt(now)
        .updatedAt(now)
        .deliveryOption("D1", "Standard shipping")
        .destination(RouterFixture.CANARY)
        .lineItems(items)
        .build();
  }

  private void endHold(ShopId shop, OrderId id) {
    change(shop, id, OrderStatus.AWAITING_SHIPMENT);
  }

  private void change(ShopId shop, OrderId id, OrderStatus status) {
    for (FakeSalesChannel channel : shops) {
      if (channel.shop().equals(shop) && channel.has(id)) {
        if (channel.order(id).status() != OrderStatus.CANCELLED) {
          channel.change(id, order -> order.status(status, status.name()));
        }
      }
    }
  }

  /** A buyer cancels in the hold: the channel offers the units again at once. */
  private void cancel() {
    for (FakeSalesChannel shop : shops) {
      for (OrderId id : List.copyOf(unplaced.keySet())) {
        if (shop.has(id) && shop.order(id).status() == OrderStatus.ON_HOLD) {
          change(shop.shop(), id, OrderStatus.CANCELLED);
          List<String> skus = Objects.requireNonNull(unplaced.remove(id));
          shop.sell(skus.get(0), -skus.size());
          figures.count("orders cancelled", 1);
          return;
        }
      }
    }
  }

  /** Another channel sells what no shop shows. */
  private void reserve() {
    String msku = agenda.chance(50) ? "M-A" : "M-B";
    String id = "web-" + ++numbers;
    router.reserve(id, Msku.of(msku), 1);
    hostReserved.put(id, Map.of(msku, 1));
    figures.count("reservations of the host", 1);
  }

  private void releaseOne() {
    if (!hostReserved.isEmpty()) {
      String id = hostReserved.keySet().iterator().next();
      router.release(id);
      hostReserved.remove(id);
    }
  }

  private void releaseAll() {
    store.hostReservations().forEach(one -> router.release(one.id()));
    hostReserved.clear();
  }

  private void runDuties() {
    for (Duty duty :
        agenda.chance(50)
            ? List.of(Duty.INTAKE, Duty.PLACE, Duty.STOCK, Duty.SWEEP)
            : List.of(Duty.STOCK, Duty.PLACE, Duty.INTAKE)) {
      router.runDue(duty);
    }
  }

  /** Whatever dies in here is a process; a new one starts. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (Faults.Crash crash) {
      router = newRouter();
    } catch (ApiException e) {
      figures.count("calls of the host that failed", 1);
    }
  }

  /** Shown and sold is never more than there is; the ledger is the sum over the records. */
  private void check(String when) {
    if (!violations.isEmpty()) {
      return;
    }
    for (Map.Entry<String, Integer> one : truth.entrySet()) {
      String msku = one.getKey();
      int shown = shown(msku);
      int sold = 0;
      for (List<String> skus : unplaced.values()) {
        sold += skus.stream().mapToInt(sku -> unitsOf(sku, msku)).sum();
      }
      if (!othersSell && shown + sold > one.getValue()) {
        violated(
            "%s at %s: %d of %s shown and %d sold, but %d are there"
                .formatted(when, clock.instant(), shown, msku, sold, one.getValue()));
      }
    }
    checkLedger();
  }

  private void checkLedger() {
    Instant counted = clock.instant();
    Map<Msku, Integer> expected = new HashMap<>();
    for (RoutingRecord record : store.records()) {
      boolean settled = record.reservedUntil() != null && !counted.isBefore(record.reservedUntil());
      if (!record.state().isEnd() && !settled) {
        record.units().forEach((msku, units) -> expected.merge(msku, units, Integer::sum));
      }
    }
    Map<Msku, Integer> ledger = new HashMap<>();
    for (Reservation one :
        store.reservations(shops.stream().map(FakeSalesChannel::shop).toList(), counted)) {
      one.units().forEach((msku, units) -> ledger.merge(msku, units, Integer::sum));
    }
    if (!ledger.equals(expected)) {
      violated("the ledger says " + ledger + ", the records " + expected);
    }
  }

  private int shown(String msku) {
    int shown = 0;
    for (FakeSalesChannel shop : shops) {
      for (String sku : CONTENTS.keySet()) {
        shown += shop.shown(sku) * unitsOf(sku, msku);
      }
    }
    return shown;
  }

  private static int unitsOf(String sku, String msku) {
    return CONTENTS.getOrDefault(sku, Map.of()).getOrDefault(msku, 0);
  }

  private void checkEnd() {
    long open =
        store.records().stream()
            .filter(record -> record.state() != RoutingState.REVIEW)
            .filter(record -> !record.reservation(clock.instant()).isEmpty())
            .count();
    if (open > 0) {
      violated(open + " orders still reserve units in the end");
    }
    boolean reviewed = store.records().stream().anyMatch(one -> one.review() != null);
    for (String msku : truth.keySet()) {
      // Alone on its SKU, a listing shows all there is; with kits a remainder may be left.
      int left = truth.getOrDefault(msku, 0) - safety - shown(msku);
      boolean isListed =
          shops.stream().anyMatch(shop -> shop.lists("M-A".equals(msku) ? "A" : "B"));
      if (isListed && !reviewed && !othersSell && left > 0) {
        violated(left + " units of " + msku + " are offered nowhere in the end");
      }
    }
  }

  private void violated(String what) {
    violations.add(
        "seed "
            + seed
            + ": "
            + what
            + (late ? ", late orders" : "")
            + (othersSell ? ", others sell" : "")
            + ", lag "
            + lag
            + ", safety "
            + safety);
  }

  private void count() {
    figures.count("worlds", 1);
    figures.count("worlds in which others sell", othersSell ? 1 : 0);
    figures.count("worlds with orders listed late", late ? 1 : 0);
    figures.count("orders", store.records().size());
    figures.count("writes of stock", published);
    figures.count("calls that failed", faults.faulty());
    figures.count("crashes", faults.crashes());
  }
}
