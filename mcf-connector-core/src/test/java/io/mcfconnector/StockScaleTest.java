// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.StockPolicy;
import io.mcfconnector.store.InMemoryOrderStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many SKUs in many shops: what a cycle costs, and how soon a change is at the shops. */
class StockScaleTest {

  private static final int SKUS = 10_000;
  private static final int SHOPS = 15;
  private static final List<String> CALLS =
      List.of("fulfillableUnits", "listings", "stockOf", "publishStock");
  private static final String SEEN_UNTIL_SHOWN = "from a count that shows a change to the shops";

  private final MutableClock clock = new MutableClock(RouterFixture.START);
  private final Faults faults = new Faults();
  private final FakeFulfillmentNetwork network = new FakeFulfillmentNetwork(faults, clock);
  private final List<FakeSalesChannel> shops = new ArrayList<>();
  private final List<RouterEvent> events = new ArrayList<>();
  private final Map<Msku, Integer> counted = new HashMap<>();
  private final Map<Msku, Instant> seenAt = new HashMap<>();
  private @Nullable Random slow;

  private OrderRouter router(int skus, int count) {
    OrderRouterBuilder builder = OrderRouter.builder();
    for (int shop = 0; shop < count; shop++) {
      FakeSalesChannel channel = new FakeSalesChannel("" + (7001 + shop), faults, clock);
      shops.add(channel);
      builder.salesChannel(slow(SalesChannel.class, channel));
    }
    for (int sku = 0; sku < skus; sku++) {
      network.stock("S-" + sku, 100);
      // Every third is on sale in two shops.
      for (int listing = 0; listing <= (sku % 3 == 0 ? 1 : 0); listing++) {
        shops
            .get((sku + listing) % count)
            .list(
                new Listing(
                    "PRODUCT-" + sku,
                    RouterFixture.sku("S-" + sku),
                    Map.of(FakeSalesChannel.WAREHOUSE, 0)));
      }
    }
    return builder
        .fulfillmentNetwork(slow(FulfillmentNetwork.class, network))
        .store(new InMemoryOrderStore())
        .scheduler(new ManualScheduler())
        .skuMapper(SkuMapper.identity())
        .stockPolicy(StockPolicy.fixed(2))
        .listener(
            event -> {
              if (event instanceof RouterEvent.StockPublished
                  || event instanceof RouterEvent.DutyFailed) {
                events.add(event);
              }
            })
        .clock(clock)
        .build();
  }

  @Test
  void cycle_tenThousandSkusUnchanged_writesNothing() {
    OrderRouter router = router(SKUS, SHOPS);
    cycle(router, "the first cycle");
    int written = events.size();
    assertThat(events).hasOnlyElementsOfType(RouterEvent.StockPublished.class);
    assertThat(faults.calls("publishStock")).isEqualTo(SHOPS);

    clock.advance(Duration.ofMinutes(15));
    cycle(router, "unchanged");
    assertThat(events).hasSize(written);
    assertThat(faults.calls("publishStock")).isEqualTo(SHOPS);

    long calls = faults.calls("listings") + faults.calls("stockOf");
    clock.advance(Duration.ofMinutes(1));
    cycle(router, "between two counts");
    assertThat(faults.calls("listings") + faults.calls("stockOf")).isEqualTo(calls);

    clock.advance(Duration.ofMinutes(14));
    network.stock("S-1", 50);
    cycle(router, "one SKU changed");
    assertThat(events).hasSize(written + 1);
    assertThat(faults.calls("publishStock")).isEqualTo(SHOPS + 1L);
  }

  private void cycle(OrderRouter router, String what) {
    Map<String, Long> before = calls();
    long begun = System.nanoTime();
    router.runDue(Duty.STOCK);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    Map<String, Long> after = calls();
    after.replaceAll((operation, many) -> many - before.getOrDefault(operation, 0L));
    System.out.printf(
        Locale.ROOT,
        "%d SKUs, %d shops, %s: calls %s, %d ms, %d MB in use after it%n",
        SKUS,
        SHOPS,
        what,
        after,
        millis,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private Map<String, Long> calls() {
    Map<String, Long> calls = new TreeMap<>();
    for (String operation : CALLS) {
      calls.put(operation, faults.calls(operation));
    }
    return calls;
  }

  @Test
  void change_seenByACount_isAtTheShopsWithinTwoMinutes() {
    WorldFigures figures = new WorldFigures();
    for (int seed = 0; seed < 5; seed++) {
      new StockScaleTest().measureChanges(new Random(seed), figures);
    }
    System.out.println(figures);
    assertThat(figures.of(SEEN_UNTIL_SHOWN, 100)).isLessThan(Duration.ofMinutes(2));
  }

  /** Four hours in which some counts change each minute, and each call takes its time. */
  private void measureChanges(Random random, WorldFigures figures) {
    slow = random;
    OrderRouter router = router(400, SHOPS);
    router.runDue(Duty.STOCK);
    for (int minute = 0; minute < 240; minute++) {
      clock.advance(Duration.ofMinutes(1));
      for (int change = 0; change < 3; change++) {
        network.stock("S-" + random.nextInt(400), 10 + random.nextInt(90));
      }
      Map<Msku, Instant> seen = new HashMap<>(seenAt);
      events.clear();
      router.runDue(Duty.STOCK);
      Map<Msku, Instant> shownAt = new HashMap<>();
      for (RouterEvent event : events) {
        if (event instanceof RouterEvent.StockPublished published) {
          shownAt.put(Msku.of(published.sku().value().replaceFirst("SKU-", "")), published.at());
        }
      }
      seenAt.forEach(
          (msku, at) -> {
            if (!at.equals(seen.get(msku))) {
              assertThat(shownAt).containsKey(msku);
              figures.time(SEEN_UNTIL_SHOWN, Duration.between(at, shownAt.getOrDefault(msku, at)));
            }
          });
    }
  }

  /** Stands before a platform: calls take their time, and what counts tell is noted. */
  private <T> T slow(Class<T> type, T platform) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean isCall = CALLS.contains(method.getName());
              if (isCall) {
                pass();
              }
              Object answer = method.invoke(platform, arguments);
              if (method.getName().equals("fulfillableUnits")) {
                ((Map<?, ?>) answer)
                    .forEach(
                        (msku, units) -> {
                          Object before = counted.put((Msku) msku, (Integer) units);
                          if (before != null && !before.equals(units)) {
                            seenAt.put((Msku) msku, clock.instant());
                          }
                        });
              }
              if (method.getName().equals("publishStock")) {
                // A product is a call.
                ((Collection<?>) arguments[0]).forEach(level -> pass());
              }
              return answer;
            }));
  }

  private void pass() {
    Random random = slow;
    if (random != null) {
      clock.advance(Duration.ofMillis(200 + random.nextInt(1_000)));
    }
  }
}
