// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.amazon.notification.NotificationSetUp;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.testkit.amazon.NotificationDelivery;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import io.mcfconnector.tiktok.TikTokSalesChannel;
import io.mcfconnector.tiktok.TikTokShopClient;
import io.mcfconnector.time.Pause;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Both simulated platforms and a router between them. */
final class World implements AutoCloseable {

  static final String MSKU = "FBA-EVERYTHING";

  final TikTokShopSimulator tiktok;
  final SellingPartnerSimulator amazon;
  final OrderRouter router;
  private final TikTokShopClient tiktokClient;
  private final SellingPartnerClient amazonClient;

  World(
      Clock clock,
      Pause pause,
      TaskScheduler scheduler,
      RouterListener listener,
      Consumer<String> sink,
      NotificationDelivery delivery) {
    tiktok = TikTokShopSimulator.builder(clock).start();
    SellingPartnerSimulator.Builder simulated =
        SellingPartnerSimulator.builder(clock).notifications(sink, delivery);
    for (String operation : List.of("createOrder", "getOrder", "getInventorySummaries")) {
      simulated.quota(operation, 100, 200);
    }
    amazon = simulated.start();
    amazon.stock(MSKU, 5000);
    tiktokClient =
        TikTokShopClient.builder()
            .env(
                Map.of(
                    "TIKTOK_APP_KEY", tiktok.appKey(),
                    "TIKTOK_APP_SECRET", tiktok.appSecret(),
                    "TIKTOK_REFRESH_TOKEN", tiktok.refreshToken(),
                    "TIKTOK_SHOP_ID", tiktok.shopId(),
                    "TIKTOK_API_BASE_URL", tiktok.url(),
                    "TIKTOK_AUTH_BASE_URL", tiktok.url()))
            .clock(clock)
            .pause(pause)
            .build();
    amazonClient =
        SellingPartnerClient.builder()
            .env(
                Map.of(
                    "AMAZON_CLIENT_ID", amazon.clientId(),
                    "AMAZON_CLIENT_SECRET", amazon.clientSecret(),
                    "AMAZON_REFRESH_TOKEN", amazon.refreshToken(),
                    "AMAZON_API_BASE_URL", amazon.url(),
                    "AMAZON_LWA_URL", amazon.lwaUrl()))
            .clock(clock)
            .pause(pause)
            .build();
    SkuMapper everything =
        (shop, sku) -> Optional.of(List.of(new SkuMapper.Component(Msku.of(MSKU), 1)));
    router =
        OrderRouter.builder()
            .salesChannel(TikTokSalesChannel.of(tiktokClient))
            .fulfillmentNetwork(AmazonFulfillmentNetwork.of(amazonClient))
            .store(new InMemoryOrderStore())
            .scheduler(scheduler)
            .skuMapper(everything)
            .clock(clock)
            .listener(listener)
            .build();
  }

  /** Has Amazon send notifications from now on. */
  void subscribe() {
    NotificationSetUp.of(amazonClient.notifications(), "arn:aws:sqs:us-east-1:123456789012:orders")
        .apply();
  }

  @Override
  public void close() {
    router.close();
    tiktokClient.close();
    amazonClient.close();
    tiktok.close();
    amazon.close();
  }
}
