// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.FulfillmentOrderSnapshot;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.PackageScript;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.tiktok.OrderSnapshot;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import io.mcfconnector.testkit.tiktok.WebhookTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Both platforms in this process, in real time, and what a process needs to route between them. */
final class LiveWorld implements AutoCloseable {

  static final String ACCESS_KEY = "AKIDEXAMPLE";
  static final String SECRET_KEY = "simulated-secret-key";

  private static final String MAPPING =
      """
      seller_sku,msku,quantity
      HL-MUG-BLU,FBA-MUG-BLUE,1
      HL-MUG-WHT,FBA-MUG-WHITE,1
      HL-BCB-L,FBA-BOARD-L,1
      HL-BCB-S,FBA-BOARD-S,1
      """;

  private static final long FIRST_ORDER = 578_200_000_000_000_000L;

  private final SampleOrders samples = SampleOrders.seeded(20);
  private final Path folder;
  private final TikTokShopSimulator tiktok;
  private final SellingPartnerSimulator amazon;
  private WebhookTarget webhooks = (headers, body) -> 200;
  private long ordered;

  private LiveWorld(Path folder, SellingPartnerSimulator.Builder amazon) {
    this.folder = folder;
    this.tiktok =
        TikTokShopSimulator.builder(Clock.systemUTC())
            .webhooks((headers, body) -> webhooks.deliver(headers, body))
            .start();
    // A process that is killed forgets how much of the quota it has used.
    List.of("listOrders", "getOrder", "createOrder")
        .forEach(operation -> amazon.quota(operation, 50, 100));
    this.amazon = amazon.start();
    for (String msku : List.of("FBA-MUG-BLUE", "FBA-BOARD-L", "FBA-BOARD-S", "FBA-MUG-WHITE")) {
      this.amazon.stock(msku, 500);
    }
    this.amazon.script(
        OrderScript.normal()
            .planningAfter(Duration.ZERO)
            .processingAfter(Duration.ZERO)
            .amazonNumberAfter(Duration.ZERO)
            .packages(
                PackageScript.shippedAfter(Duration.ofSeconds(1)).numberAfter(Duration.ZERO)));
  }

  /** Starts both platforms; processes keep their files in this folder. */
  static LiveWorld in(Path folder) {
    return new LiveWorld(folder, SellingPartnerSimulator.builder(Clock.systemUTC()));
  }

  /** Starts both platforms; Amazon wants signatures. */
  static LiveWorld signedIn(Path folder) {
    return new LiveWorld(
        folder,
        SellingPartnerSimulator.builder(Clock.systemUTC()).awsCredentials(ACCESS_KEY, SECRET_KEY));
  }

  TikTokShopSimulator tiktok() {
    return tiktok;
  }

  SellingPartnerSimulator amazon() {
    return amazon;
  }

  /** Sends the shop's webhooks to a process from now on, whenever the shop is told to send them. */
  void sendWebhooksTo(String url) {
    webhooks = WebhookTarget.url(url);
  }

  /** Returns the least a process needs; without a database of its own it makes one there. */
  Map<String, String> environment() {
    Map<String, String> env = new HashMap<>();
    env.put("TIKTOK_APP_KEY", tiktok.appKey());
    env.put("TIKTOK_APP_SECRET", tiktok.appSecret());
    env.put("TIKTOK_ACCESS_TOKEN", tiktok.accessToken());
    env.put("TIKTOK_REFRESH_TOKEN", tiktok.refreshToken());
    env.put("TIKTOK_SHOP_ID", tiktok.shopId());
    env.put("TIKTOK_API_BASE_URL", tiktok.url());
    env.put("TIKTOK_AUTH_BASE_URL", tiktok.url());
    env.put("AMAZON_CLIENT_ID", amazon.clientId());
    env.put("AMAZON_CLIENT_SECRET", amazon.clientSecret());
    env.put("AMAZON_REFRESH_TOKEN", amazon.refreshToken());
    env.put("AMAZON_API_BASE_URL", amazon.url());
    env.put("AMAZON_LWA_URL", amazon.lwaUrl());
    env.put("SKU_MAPPING_FILE", mapping().toString());
    env.put("ORDER_POLL_INTERVAL", "PT1S");
    env.put("TRACKING_SYNC_INTERVAL", "PT1S");
    return env;
  }

  LiveProcess start(Map<String, String> env, String... args) {
    return LiveProcess.start(folder, env, args);
  }

  /**
   * Adds orders of two things each, past the hour in which they are held. Their buyers correct the
   * address now, so the next poll sees them.
   */
  List<SimulatedOrder> order(int count) {
    List<SimulatedOrder> placed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ordered++;
      SimulatedOrder order =
          SimulatedOrder.builder(Long.toString(FIRST_ORDER + ordered), samples.recipient())
              .age(Duration.ofHours(2))
              .units(SampleCatalogue.BOARD_LARGE, 1)
              .units(SampleCatalogue.MUG_WHITE, 2)
              .build();
      tiktok.add(order);
      tiktok.changeAddress(order.id(), samples.recipient());
      placed.add(order);
    }
    return placed;
  }

  /** Returns whether Amazon has all of these orders, and TikTok the tracking of every unit. */
  boolean hasShipped(List<SimulatedOrder> orders) {
    return orders.stream().allMatch(order -> tiktok.order(order.id()).fullyShipped());
  }

  /** Checks that each order was sent once, and the tracking of each unit was told once. */
  void assertExactlyOnce(List<SimulatedOrder> orders) {
    assertThat(amazon.orders())
        .extracting(FulfillmentOrderSnapshot::id)
        .containsExactlyInAnyOrderElementsOf(
            orders.stream().map(order -> "TTS-" + order.id()).toList());
    assertThat(tiktok.orders())
        .hasSameSizeAs(orders)
        .allMatch(OrderSnapshot::fullyShipped)
        .allMatch(order -> packagesOf(order) == confirmations().getOrDefault(order.id(), 0L));
  }

  private static long packagesOf(OrderSnapshot order) {
    return order.units().stream().map(OrderSnapshot.Unit::packageId).distinct().count();
  }

  /** Counts the packages that TikTok took, by order. */
  private Map<String, Long> confirmations() {
    return tiktok.exchanges("markPackageAsShipped").stream()
        .filter(LiveWorld::isTaken)
        .collect(groupingBy(LiveWorld::orderOf, counting()));
  }

  private static boolean isTaken(Exchange exchange) {
    return exchange.reply() != null
        && exchange.reply().body().replace(" ", "").contains("\"code\":0");
  }

  private static String orderOf(Exchange exchange) {
    String[] path = Objects.requireNonNull(exchange.request().path()).split("/", -1);
    return path[path.length - 2];
  }

  private Path mapping() {
    try {
      return Files.writeString(folder.resolve("sku-mapping.csv"), MAPPING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    tiktok.close();
    amazon.close();
  }
}
