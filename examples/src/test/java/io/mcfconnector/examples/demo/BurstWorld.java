// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.OrderRouterBuilder;
import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import io.mcfconnector.tiktok.TikTokSalesChannel;
import io.mcfconnector.tiktok.TikTokShopClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Five simulated shops and one simulated seller account, in virtual time and over real HTTP. */
final class BurstWorld implements AutoCloseable {

  static final int SHOPS = 5;

  private static final long FIRST_ID = 579_000_000_000_000_000L;
  private static final String MSKU = "FBA-BOARD-L";

  private final VirtualTime time;
  private final SellingPartnerSimulator amazon;
  private final SellingPartnerClient amazonClient;
  private final List<TikTokShopSimulator> shops = new ArrayList<>();
  private final List<TikTokShopClient> shopClients = new ArrayList<>();
  private final SampleOrders samples = SampleOrders.seeded(6);
  private final Map<OrderId, Story> stories = new LinkedHashMap<>();
  private final OrderRouter router;
  private int sold;

  /** When things happened to an order. */
  static final class Story {
    private final int shop;
    private @Nullable Instant ready;
    private @Nullable Instant placed;
    private @Nullable Instant deadline;
    private RoutingState state = RoutingState.RECEIVED;

    private Story(int shop) {
      this.shop = shop;
    }

    Instant ready() {
      return Objects.requireNonNull(ready);
    }

    Instant placed() {
      return Objects.requireNonNull(placed, "never placed");
    }

    Instant deadline() {
      return Objects.requireNonNull(deadline);
    }

    private void move(RoutingState to, Instant at) {
      state = to;
      if (to == RoutingState.READY && ready == null) {
        ready = at;
      } else if (to == RoutingState.PLACED) {
        placed = at;
      }
    }
  }

  BurstWorld(Instant start) {
    time = VirtualTime.startingAt(start);
    amazon = SellingPartnerSimulator.builder(time.clock()).quota("createOrder", 2, 30).start();
    amazon.stock(MSKU, 5000);
    amazon.script(
        OrderScript.normal()
            .shippedAfter(Duration.ofHours(10))
            .amazonNumberAfter(Duration.ofHours(10)));
    amazonClient =
        SellingPartnerClient.builder()
            .env(
                Map.of(
                    "AMAZON_CLIENT_ID", amazon.clientId(),
                    "AMAZON_CLIENT_SECRET", amazon.clientSecret(),
                    "AMAZON_REFRESH_TOKEN", amazon.refreshToken(),
                    "AMAZON_API_BASE_URL", amazon.url(),
                    "AMAZON_LWA_URL", amazon.lwaUrl()))
            .clock(time.clock())
            .pause(time.pause())
            .build();
    SkuMapper everything =
        (shop, sku) -> Optional.of(List.of(new SkuMapper.Component(Msku.of(MSKU), 1)));
    OrderRouterBuilder builder =
        OrderRouter.builder()
            .fulfillmentNetwork(AmazonFulfillmentNetwork.of(amazonClient))
            .store(new InMemoryOrderStore())
            .scheduler(time.scheduler())
            .skuMapper(everything)
            .lookback(Duration.ofDays(4))
            .clock(time.clock())
            .listener(this::onEvent);
    for (int i = 0; i < SHOPS; i++) {
      builder.salesChannel(TikTokSalesChannel.of(open(i)));
    }
    router = builder.build();
  }

  private TikTokShopClient open(int number) {
    TikTokShopSimulator shop =
        TikTokShopSimulator.builder(time.clock())
            .shop("749610000000000088" + number, "TTP_SIMULATED_" + number, "Shop " + number)
            .start();
    shops.add(shop);
    Map<String, String> env = new HashMap<>();
    env.put("TIKTOK_APP_KEY", shop.appKey());
    env.put("TIKTOK_APP_SECRET", shop.appSecret());
    env.put("TIKTOK_REFRESH_TOKEN", shop.refreshToken());
    env.put("TIKTOK_SHOP_ID", shop.shopId());
    env.put("TIKTOK_API_BASE_URL", shop.url());
    env.put("TIKTOK_AUTH_BASE_URL", shop.url());
    TikTokShopClient client =
        TikTokShopClient.builder().env(env).clock(time.clock()).pause(time.pause()).build();
    shopClients.add(client);
    return client;
  }

  /** Lets buyers order one board each, this long ago. */
  void sell(int shop, int count, Duration age) {
    for (int i = 0; i < count; i++) {
      String id = Long.toString(FIRST_ID + sold++);
      stories.put(OrderId.of(id), new Story(shop));
      shops
          .get(shop)
          .add(
              SimulatedOrder.builder(id, samples.recipient())
                  .units(SampleCatalogue.BOARD_LARGE, 1)
                  .age(age)
                  .build());
    }
  }

  private void onEvent(RouterEvent event) {
    if (event instanceof RouterEvent.StateChanged moved) {
      story(moved.orderId()).move(moved.to(), moved.at());
    }
  }

  OrderRouter router() {
    return router;
  }

  Instant now() {
    return time.clock().instant();
  }

  void pass(Duration duration) {
    time.runFor(duration);
  }

  Story story(OrderId id) {
    return Objects.requireNonNull(stories.get(id));
  }

  /** Returns the stories of all orders, with the clocks that the router knows. */
  List<Story> stories() {
    stories.forEach(
        (id, story) -> story.deadline = router.status(id).orElseThrow().deadlines().earliest());
    return List.copyOf(stories.values());
  }

  /** Returns the orders that the router knows and has not placed. */
  List<OrderId> waiting() {
    return stories.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().state == RoutingState.HELD
                    || entry.getValue().state == RoutingState.READY
                    || entry.getValue().state == RoutingState.PLACING)
        .map(Map.Entry::getKey)
        .toList();
  }

  Instant lastPlacedOf(int shop) {
    return stories.values().stream()
        .filter(story -> story.shop == shop)
        .map(Story::placed)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /** Returns how many different orders Amazon took. */
  int accepted() {
    return amazon.orders().size();
  }

  /** Returns how many calls of any platform were refused for coming too early. */
  long throttled() {
    return Stream.concat(
            amazon.exchanges().stream(), shops.stream().flatMap(shop -> shop.exchanges().stream()))
        .map(Exchange::reply)
        .filter(reply -> reply != null && reply.status() == 429)
        .count();
  }

  @Override
  public void close() {
    router.close();
    shopClients.forEach(TikTokShopClient::close);
    amazonClient.close();
    shops.forEach(TikTokShopSimulator::close);
    amazon.close();
  }
}
