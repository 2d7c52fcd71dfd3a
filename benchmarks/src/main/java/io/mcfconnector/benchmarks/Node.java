// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.OrderRouterBuilder;
import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.tiktok.TikTokSalesChannel;
import io.mcfconnector.tiktok.TikTokShopClient;
import io.mcfconnector.time.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** A router with its clients, as a host runs it, in virtual time and over real HTTP. */
final class Node implements AutoCloseable {

  /** Real shops share TikTok's host; simulated ones have one each, so each keeps a connection. */
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .connectionPool(new ConnectionPool(256, 5, TimeUnit.MINUTES))
          .build();

  private final SellingPartnerClient amazon;
  private final List<TikTokShopClient> shops = new ArrayList<>();
  private final OrderRouter router;

  /**
   * Builds it; {@link #router} is not started.
   *
   * @param time what it lives in
   * @param pause how calls wait for their quota
   * @param settings of the clients, a map for each shop
   * @param store where it keeps what it knows
   * @param listener hears it
   */
  Node(
      VirtualTime time,
      Pause pause,
      List<Map<String, String>> settings,
      OrderStore store,
      RouterListener listener) {
    amazon =
        SellingPartnerClient.builder()
            .env(settings.get(0))
            .httpClient(http)
            .clock(time.clock())
            .pause(pause)
            .build();
    OrderRouterBuilder builder =
        OrderRouter.builder()
            .fulfillmentNetwork(AmazonFulfillmentNetwork.of(amazon))
            .store(store)
            .scheduler(time.scheduler())
            .skuMapper(Platforms.mapper())
            .clock(time.clock())
            .listener(listener);
    for (Map<String, String> shop : settings) {
      TikTokShopClient client =
          TikTokShopClient.builder()
              .env(shop)
              .httpClient(http)
              .clock(time.clock())
              .pause(pause)
              .build();
      shops.add(client);
      builder.salesChannel(TikTokSalesChannel.of(client));
    }
    router = builder.build();
  }

  OrderRouter router() {
    return router;
  }

  SellingPartnerClient amazon() {
    return amazon;
  }

  TikTokShopClient shop(int number) {
    return shops.get(number);
  }

  @Override
  public void close() {
    router.close();
    shops.forEach(TikTokShopClient::close);
    amazon.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
