// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.OrderRouterBuilder;
import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.spi.EditableSkuMapper;
import io.mcfconnector.spi.RoutingPolicy;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.SkuMapper.Component;
import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.http.Fault;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import io.mcfconnector.tiktok.TikTokSalesChannel;
import io.mcfconnector.tiktok.TikTokShopClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Both simulated platforms and a router between them, in virtual time and over real HTTP. */
public final class SimulatedWorld implements AutoCloseable {

  static final Instant START = Instant.parse("2026-09-01T12:00:00Z");

  /** Real time: the one thing in the demo that really waits is a client that gives up. */
  private static final Duration CLIENT_PATIENCE = Duration.ofSeconds(2);

  /** What a person says later about the SKU that nobody mapped. */
  static final String UNMAPPED_MEANS = "FBA-NOVELTY";

  /** What a buyer says later whose address TikTok hides. */
  static final Address ADDRESS_FROM_THE_BUYER =
      Address.builder()
          .name("Ottoline Pepperwood")
          .line1("16 Thimble Street")
          .city("Portland")
          .stateOrRegion("OR")
          .postalCode("97205")
          .countryCode("US")
          .phone("503-555-0133")
          .build();

  private static final Map<String, List<Component>> SKUS =
      Map.of(
          "HL-BCB-L", one("FBA-BOARD-L"),
          "HL-BCB-S", one("FBA-BOARD-S"),
          "HL-MUG-BLU", one("FBA-MUG-BLUE"),
          "HL-MUG-WHT", one("FBA-MUG-WHITE"),
          "HL-CND-AMB", one("FBA-CANDLE"),
          "HL-TEA-SET", List.of(component("FBA-TEAPOT", 1), component("FBA-MUG-WHITE", 2)));

  private final VirtualTime time = VirtualTime.startingAt(START);
  private final TikTokShopSimulator tiktok;
  private final SellingPartnerSimulator amazon = SellingPartnerSimulator.start(time.clock());
  private final TikTokShopClient tiktokClient;
  private final SellingPartnerClient amazonClient;
  private final Set<String> lookedAtFirst = ConcurrentHashMap.newKeySet();
  private final OrderRouter router;

  /** Starts everything but the router's duties, on the newest version of Amazon's API. */
  public SimulatedWorld(RouterListener listener) {
    this(listener, Map.of());
  }

  /**
   * Starts everything but the router's duties.
   *
   * @param listener hears the router
   * @param overrides environment variables that the clients read instead of the usual ones
   */
  public SimulatedWorld(RouterListener listener, Map<String, String> overrides) {
    this(listener, overrides, Set.of(), shop -> shop, router -> router);
  }

  /**
   * Starts everything but the router's duties.
   *
   * @param listener hears the router
   * @param overrides environment variables that the clients read instead of the usual ones
   * @param guardedWarehouses warehouses of the shop that TikTok switches off for wrong numbers
   * @param shop changes the shop's settings
   * @param options changes the router's settings
   */
  SimulatedWorld(
      RouterListener listener,
      Map<String, String> overrides,
      Set<String> guardedWarehouses,
      UnaryOperator<TikTokShopSimulator.Builder> shop,
      UnaryOperator<OrderRouterBuilder> options) {
    TikTokShopSimulator.Builder started = shop.apply(TikTokShopSimulator.builder(time.clock()));
    guardedWarehouses.forEach(started::mcfWarehouse);
    this.tiktok = started.start();
    Map<String, String> env = environment();
    env.putAll(overrides);
    this.tiktokClient =
        TikTokShopClient.builder().env(env).clock(time.clock()).pause(time.pause()).build();
    this.amazonClient =
        SellingPartnerClient.builder()
            .env(env)
            .clock(time.clock())
            .pause(time.pause())
            .callTimeout(CLIENT_PATIENCE)
            .build();
    this.router =
        options
            .apply(OrderRouter.builder())
            .salesChannel(
                TikTokSalesChannel.builder(tiktokClient)
                    .guardedWarehouses(guardedWarehouses)
                    .build())
            .fulfillmentNetwork(AmazonFulfillmentNetwork.of(amazonClient))
            .store(new InMemoryOrderStore())
            .scheduler(time.scheduler())
            .skuMapper(mapping())
            .routingPolicy(this::lookFirst)
            .clock(time.clock())
            .listener(listener)
            .build();
    stockWarehouse();
  }

  private static SkuMapper mapping() {
    EditableSkuMapper mapping = SkuMapper.inMemory();
    SKUS.forEach(
        (sku, components) ->
            mapping.put(new ChannelSku(ChannelSkuId.of(sku), SellerSku.of(sku)), components));
    return mapping;
  }

  private RoutingPolicy.Choice lookFirst(Order order) {
    return lookedAtFirst.contains(order.id().value())
        ? RoutingPolicy.Choice.review(
            "The seller wants a person to look at this order first. Release it when it is fine.")
        : RoutingPolicy.Choice.go();
  }

  /** Returns the time all of this lives in. */
  public VirtualTime time() {
    return time;
  }

  /** Returns the simulated shop. */
  public TikTokShopSimulator tiktok() {
    return tiktok;
  }

  /** Returns the simulated seller account. */
  public SellingPartnerSimulator amazon() {
    return amazon;
  }

  /** Returns the router. */
  public OrderRouter router() {
    return router;
  }

  /** Plans what goes wrong with an order. */
  void prepare(DemoOrder order) {
    String id = "TTS-" + order.order().id();
    switch (order.kind()) {
      case DemoOrders.TWO_PACKAGES ->
          amazon.scriptFor(
              id, OrderScript.normal().splitInto(2, Duration.ofHours(9), Duration.ofHours(20)));
      case DemoOrders.LOOK_FIRST -> lookedAtFirst.add(order.order().id());
      case DemoOrders.UNFULFILLABLE -> amazon.scriptFor(id, OrderScript.normal().unfulfillable());
      case DemoOrders.TIME_OUT -> fault(id, Fault.slow(CLIENT_PATIENCE.multipliedBy(2)));
      case DemoOrders.RESET -> fault(id, Fault.dropAfter());
      case DemoOrders.THROTTLED -> fault(id, Fault.throttled());
      default -> {}
    }
  }

  @Override
  public void close() {
    router.close();
    tiktokClient.close();
    amazonClient.close();
    tiktok.close();
    amazon.close();
  }

  private void fault(String id, Fault fault) {
    amazon.faults().once("createOrder", request -> request.body().contains(id), fault);
  }

  /** Fills Amazon's warehouse with all that is sold but candles. */
  private void stockWarehouse() {
    SKUS.values().stream()
        .flatMap(List::stream)
        .forEach(component -> amazon.stock(component.msku().value(), 5000));
    amazon.stock(UNMAPPED_MEANS, 5000);
    amazon.stock("FBA-CANDLE", 0);
  }

  /** New candles arrive at Amazon's warehouse. */
  void sendCandles() {
    amazon.stock("FBA-CANDLE", 5000);
  }

  private Map<String, String> environment() {
    Map<String, String> env = new HashMap<>();
    env.put("TIKTOK_APP_KEY", tiktok.appKey());
    env.put("TIKTOK_APP_SECRET", tiktok.appSecret());
    env.put("TIKTOK_REFRESH_TOKEN", tiktok.refreshToken());
    env.put("TIKTOK_SHOP_ID", tiktok.shopId());
    env.put("TIKTOK_API_BASE_URL", tiktok.url());
    env.put("TIKTOK_AUTH_BASE_URL", tiktok.url());
    env.put("AMAZON_CLIENT_ID", amazon.clientId());
    env.put("AMAZON_CLIENT_SECRET", amazon.clientSecret());
    env.put("AMAZON_REFRESH_TOKEN", amazon.refreshToken());
    env.put("AMAZON_API_BASE_URL", amazon.url());
    env.put("AMAZON_LWA_URL", amazon.lwaUrl());
    return env;
  }

  private static List<Component> one(String msku) {
    return List.of(component(msku, 1));
  }

  private static Component component(String msku, int units) {
    return new SkuMapper.Component(Msku.of(msku), units);
  }
}
