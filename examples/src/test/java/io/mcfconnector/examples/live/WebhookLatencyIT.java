// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.spi.EditableSkuMapper;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import io.mcfconnector.testkit.tiktok.WebhookTarget;
import io.mcfconnector.tiktok.TikTokSalesChannel;
import io.mcfconnector.tiktok.TikTokShopClient;
import io.mcfconnector.tiktok.webhook.TikTokWebhookHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an order to its create call in real time, with webhooks alone: no poll comes meanwhile.
 * {@code -Dlatency.orders=N} takes more orders.
 */
class WebhookLatencyIT {

  private static final int ORDERS = Integer.getInteger("latency.orders", 30);
  private static final Duration NEVER = Duration.ofHours(2);

  @TempDir private Path folder;

  private final BlockingQueue<RouterEvent.StateChanged> placed = new LinkedBlockingQueue<>();
  private final AtomicReference<WebhookTarget> target = new AtomicReference<>();

  @Test
  void order_afterAWebhook_isSentWithinTwoSeconds() throws Exception {
    SellingPartnerSimulator.Builder unhurried = SellingPartnerSimulator.builder(Clock.systemUTC());
    try (TikTokShopSimulator tiktok = shop();
        SellingPartnerSimulator amazon = unhurried.quota("createOrder", 50, 200).start()) {
      amazon.stock("FBA-BOARD-L", 5000);
      route(tiktok, amazon);
    }
  }

  private TikTokShopSimulator shop() {
    return TikTokShopSimulator.builder(Clock.systemUTC())
        .webhooks((headers, body) -> Objects.requireNonNull(target.get()).deliver(headers, body))
        .start();
  }

  private LiveStore open() {
    StorePlace place = SqliteFile.parse(SqliteFile.PREFIX + folder.resolve("mcf.db"));
    return LiveStore.open(new StoreSettings(place, null), System.out);
  }

  private void route(TikTokShopSimulator tiktok, SellingPartnerSimulator amazon) throws Exception {
    Map<String, String> env = environment(tiktok, amazon);
    try (LiveStore store = open();
        TikTokShopClient shopClient = TikTokShopClient.builder().env(env).build();
        SellingPartnerClient sellerClient = SellingPartnerClient.builder().env(env).build();
        OrderRouter router =
            OrderRouter.builder()
                .salesChannel(TikTokSalesChannel.of(shopClient))
                .fulfillmentNetwork(AmazonFulfillmentNetwork.of(sellerClient))
                .store(store.orders())
                .scheduler(TaskScheduler.inProcess())
                .skuMapper(mapping())
                .orderPollInterval(NEVER)
                .listener(this::onEvent)
                .build();
        WebhookServer server =
            WebhookServer.start(
                0, TikTokWebhookHandler.builder().env(env).notices(router::accept).build())) {
      target.set(WebhookTarget.url(server.url()));
      router.start();
      List<Duration> latencies = new ArrayList<>();
      for (SimulatedOrder order : orders()) {
        latencies.add(latencyOf(order, tiktok));
      }
      int sent = amazon.exchanges("createOrder").size();
      print("order -> create attempt, webhook", latencies);
      assertThat(sent).isEqualTo(ORDERS);
      assertThat(p99(latencies)).isLessThan(Duration.ofSeconds(2));
    }
  }

  private Duration latencyOf(SimulatedOrder order, TikTokShopSimulator tiktok) throws Exception {
    Instant ordered = Instant.now();
    tiktok.add(order);
    assertThat(tiktok.sendWebhooks()).isEqualTo(1);
    RouterEvent.StateChanged placing = placed.poll(30, TimeUnit.SECONDS);
    assertThat(placing).as("create attempt for order %s", order.id()).isNotNull();
    assertThat(placing.orderId().value()).isEqualTo(order.id());
    return Duration.between(ordered, placing.at());
  }

  private void onEvent(RouterEvent event) {
    if (event instanceof RouterEvent.StateChanged moved && moved.to() == RoutingState.PLACED) {
      placed.add(moved);
    }
  }

  private static SkuMapper mapping() {
    EditableSkuMapper mapping = SkuMapper.inMemory();
    mapping.put(
        new ChannelSku(ChannelSkuId.of("HL-BCB-L"), SellerSku.of("HL-BCB-L")),
        List.of(new SkuMapper.Component(Msku.of("FBA-BOARD-L"), 1)));
    return mapping;
  }

  private static List<SimulatedOrder> orders() {
    SampleOrders samples = SampleOrders.seeded(7);
    List<SimulatedOrder> orders = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      orders.add(
          SimulatedOrder.builder(Long.toString(578_300_000_000_000_000L + i), samples.recipient())
              .age(Duration.ofHours(2))
              .units(SampleCatalogue.BOARD_LARGE, 1)
              .build());
    }
    return orders;
  }

  private static Map<String, String> environment(
      TikTokShopSimulator tiktok, SellingPartnerSimulator amazon) {
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

  private static Duration p99(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() * 99 / 100);
  }

  private static void print(String what, List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    System.out.printf(
        "%-34s n=%d p50=%s p99=%s max=%s%n",
        what,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        p99(times),
        sorted.get(sorted.size() - 1));
  }
}
