// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Simulated shops of one seller and its simulated account at Amazon. */
final class Platforms implements AutoCloseable {

  private static final List<String> STOCKED =
      List.of(
          "FBA-HL-BCB-L",
          "FBA-HL-BCB-S",
          "FBA-HL-MUG-BLU",
          "FBA-HL-MUG-WHT",
          "FBA-HL-TEA-SET",
          "FBA-HL-CND-AMB");

  /** More than a day sells, and no more than TikTok can show. */
  private static final int UNITS = 90_000;

  private static final long FIRST_SHOP = 7_496_100_000_000_010_000L;
  private static final long FIRST_ORDER = 579_000_000_000_000_000L;

  private static final long SHOPS_EACH = 1_000;
  private static final long ORDERS_EACH = 1_000_000_000;

  /** Past the hour in which TikTok holds an order. */
  static final Duration FREE = Duration.ofMinutes(61);

  private final SellingPartnerSimulator amazon;
  private final List<TikTokShopSimulator> shops = new ArrayList<>();
  private final SampleOrders samples = SampleOrders.seeded(9);
  private final long firstOrder;
  private int sold;

  /**
   * Starts them.
   *
   * @param clock their time
   * @param number which seller, from 0; its shops and orders have ids of their own
   * @param count how many shops
   * @param account changes the settings of the account at Amazon
   */
  Platforms(
      Clock clock, int number, int count, UnaryOperator<SellingPartnerSimulator.Builder> account) {
    this(clock, number, count, account, shop -> shop);
  }

  /**
   * Starts them.
   *
   * @param shop changes the settings of each shop; for the others see above
   */
  Platforms(
      Clock clock,
      int number,
      int count,
      UnaryOperator<SellingPartnerSimulator.Builder> account,
      UnaryOperator<TikTokShopSimulator.Builder> shop) {
    firstOrder = FIRST_ORDER + number * ORDERS_EACH;
    amazon = account.apply(SellingPartnerSimulator.builder(clock)).start();
    STOCKED.forEach(msku -> amazon.stock(msku, UNITS));
    amazon.script(OrderScript.normal().shippedAfter(Duration.ofMinutes(10)));
    for (int i = 0; i < count; i++) {
      shops.add(
          shop.apply(TikTokShopSimulator.builder(clock))
              .shop(
                  Long.toString(FIRST_SHOP + number * SHOPS_EACH + i),
                  "TTP_SIMULATED_" + i,
                  "Shop " + i)
              .quota(1_000_000)
              .start());
    }
  }

  SellingPartnerSimulator amazon() {
    return amazon;
  }

  TikTokShopSimulator shop(int number) {
    return shops.get(number);
  }

  /** Returns what the shops' SKUs are at Amazon; of virtual bundles TikTok names the parts. */
  static SkuMapper mapper() {
    return (shop, sku) ->
        Optional.ofNullable(sku.sellerSku())
            .map(seller -> "FBA-" + seller)
            .filter(STOCKED::contains)
            .map(msku -> List.of(new SkuMapper.Component(Msku.of(msku), 1)));
  }

  /** Returns the settings of the clients, a map for each shop. */
  List<Map<String, String>> settings() {
    return shops.stream().map(this::settings).toList();
  }

  private Map<String, String> settings(TikTokShopSimulator shop) {
    Map<String, String> env = new HashMap<>();
    env.put("TIKTOK_APP_KEY", shop.appKey());
    env.put("TIKTOK_APP_SECRET", shop.appSecret());
    env.put("TIKTOK_REFRESH_TOKEN", shop.refreshToken());
    env.put("TIKTOK_SHOP_ID", shop.shopId());
    env.put("TIKTOK_API_BASE_URL", shop.url());
    env.put("TIKTOK_AUTH_BASE_URL", shop.url());
    env.put("AMAZON_CLIENT_ID", amazon.clientId());
    env.put("AMAZON_CLIENT_SECRET", amazon.clientSecret());
    env.put("AMAZON_REFRESH_TOKEN", amazon.refreshToken());
    env.put("AMAZON_API_BASE_URL", amazon.url());
    env.put("AMAZON_LWA_URL", amazon.lwaUrl());
    return env;
  }

  /** Lets buyers order one board each, this long ago, shop by shop in turns. */
  void sell(int orders, Duration age) {
    for (int i = 0; i < orders; i++) {
      String id = Long.toString(firstOrder + sold);
      SimulatedOrder order =
          SimulatedOrder.builder(id, samples.recipient())
              .units(SampleCatalogue.BOARD_LARGE, 1)
              .age(age)
              .build();
      shops.get(sold % shops.size()).add(order);
      sold++;
    }
  }

  /** Lets buyers order what buyers order, just now, at the first shop; returns the orders' ids. */
  List<String> sellMixed(int orders) {
    List<SimulatedOrder> mixed = samples.next(orders);
    mixed.forEach(shops.get(0)::add);
    return mixed.stream().map(SimulatedOrder::id).toList();
  }

  /** Lets a buyer order two SKUs, which Amazon ships in two packages. */
  String sellTwo() {
    SimulatedOrder order = samples.twoPackages();
    amazon.scriptFor(
        "TTS-" + order.id(),
        OrderScript.normal().splitInto(2, Duration.ofMinutes(10), Duration.ofMinutes(10)));
    shops.get(0).add(order);
    return order.id();
  }

  /** Returns how many orders are completely shipped at TikTok. */
  long shipped() {
    return shops.stream()
        .flatMap(shop -> shop.orders().stream())
        .filter(order -> order.fullyShipped())
        .count();
  }

  /** Returns every call so far. */
  Stream<Exchange> exchanges() {
    return Stream.concat(
        amazon.exchanges().stream(), shops.stream().flatMap(shop -> shop.exchanges().stream()));
  }

  /** Forgets the calls so far. */
  void forgetExchanges() {
    amazon.forgetExchanges();
    shops.forEach(TikTokShopSimulator::forgetExchanges);
  }

  @Override
  public void close() {
    shops.forEach(TikTokShopSimulator::close);
    amazon.close();
  }
}
