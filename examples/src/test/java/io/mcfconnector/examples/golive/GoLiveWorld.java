// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.golive;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.OrderRouterBuilder;
import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.amazon.notification.CreateDestinationRequest;
import io.mcfconnector.amazon.notification.CreateSubscriptionRequest;
import io.mcfconnector.amazon.notification.DestinationResourceSpecification;
import io.mcfconnector.amazon.notification.SqsResource;
import io.mcfconnector.jdbc.DataCipher;
import io.mcfconnector.jdbc.DataKey;
import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import io.mcfconnector.tiktok.TikTokSalesChannel;
import io.mcfconnector.tiktok.TikTokShopClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteDataSource;

/** Both platforms and a router's parts, set up as a plan says. Nothing is routed by itself. */
final class GoLiveWorld implements AutoCloseable {

  static final Instant START = Instant.parse("2026-09-01T12:00:00Z");

  final VirtualTime time = VirtualTime.startingAt(START);
  final TikTokShopSimulator tiktok;
  final SellingPartnerSimulator amazon = SellingPartnerSimulator.start(time.clock());
  final Map<String, String> env = new HashMap<>();
  private final JdbcDatabase database;
  private final JdbcDatabase reader;
  private final TikTokShopClient tiktokClient;
  private final SellingPartnerClient amazonClient;
  private final OrderRouterBuilder builder;

  GoLiveWorld(Path folder, GoLivePlan plan) {
    tiktok =
        plan.shop.apply(TikTokShopSimulator.builder(time.clock()).products(plan.products)).start();
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + folder.resolve("orders.sqlite"));
    JdbcDatabase.migrate(dataSource);
    database = JdbcDatabase.open(dataSource, DataCipher.aesGcm(DataKey.generate()));
    reader = JdbcDatabase.openForReading(dataSource);
    plan.stocked.forEach(msku -> amazon.stock(msku, 500));
    environment();
    subscribe(plan);
    for (int i = 0; i < 3; i++) {
      SimulatedOrder.Builder order =
          SimulatedOrder.builder(
              "57810000000000000" + i, SampleOrders.seeded(i).plain().recipient());
      tiktok.add(
          plan.orders
              .apply(order.age(Duration.ofHours(2)).units(SampleCatalogue.MUG_BLUE, 1))
              .build());
    }
    plan.env.forEach((name, value) -> env.put(name, value));
    plan.afterwards.accept(this);
    tiktok.forgetExchanges();
    amazon.forgetExchanges();
    tiktokClient = tiktokClient(plan);
    amazonClient =
        SellingPartnerClient.builder()
            .env(env)
            .clock(Clock.offset(time.clock(), plan.amazonClockOff))
            .pause(time.pause())
            .build();
    builder =
        OrderRouter.builder()
            .salesChannel(
                TikTokSalesChannel.builder(tiktokClient)
                    .mcfWarehouses(plan.served)
                    .guardedWarehouses(plan.guarded)
                    .webhookAddress(plan.webhookAddress)
                    .build())
            .fulfillmentNetwork(
                AmazonFulfillmentNetwork.of(amazonClient).withNotificationQueue(plan.queue))
            .store(plan.readOnly ? reader.orderStore() : plan.store.apply(database.orderStore()))
            .scheduler(TaskScheduler.inProcess())
            .skuMapper(SkuMapper.of(plan.mapping))
            .clock(time.clock());
  }

  /** Returns the configuration that the plan makes. */
  OrderRouterBuilder builder() {
    return builder;
  }

  private TikTokShopClient tiktokClient(GoLivePlan plan) {
    TikTokShopClient.Builder client =
        TikTokShopClient.builder()
            .env(env)
            .clock(Clock.offset(time.clock(), plan.tiktokClockOff))
            .pause(time.pause());
    // Each world begins with tokens of its own.
    return plan.tokensInMemory
        ? client.build()
        : client.account(AccountId.of("tiktok/go-live")).tokenStore(database.tokenStore()).build();
  }

  /** Sets up what the platforms shall tell, as a host does once. */
  private void subscribe(GoLivePlan plan) {
    try (TikTokShopClient client =
            TikTokShopClient.builder()
                .env(env)
                .accessToken(new AccessToken(tiktok.accessToken()))
                .clock(time.clock())
                .pause(time.pause())
                .build();
        SellingPartnerClient seller =
            SellingPartnerClient.builder()
                .env(env)
                .clock(time.clock())
                .pause(time.pause())
                .build()) {
      plan.webhookTypes.forEach(type -> client.events().updateShopWebhook(type, plan.webhooksGoTo));
      String destination =
          seller
              .notifications()
              .createDestination(
                  new CreateDestinationRequest(
                      new DestinationResourceSpecification(new SqsResource(GoLivePlan.QUEUE), null),
                      "mcf"))
              .destinationId();
      plan.notificationTypes.forEach(
          type ->
              seller
                  .notifications()
                  .createSubscription(type, new CreateSubscriptionRequest("1.0", destination)));
    }
  }

  private void environment() {
    env.put("TIKTOK_APP_KEY", tiktok.appKey());
    env.put("TIKTOK_APP_SECRET", tiktok.appSecret());
    env.put("TIKTOK_REFRESH_TOKEN", tiktok.refreshToken());
    env.put("TIKTOK_SHOP_ID", tiktok.shopId());
    env.put("TIKTOK_API_BASE_URL", tiktok.url());
    env.put("TIKTOK_AUTH_BASE_URL", tiktok.url());
    env.put("AMAZON_CLIENT_ID", amazon.clientId());
    env.put("AMAZON_CLIENT_SECRET", amazon.clientSecret());
    env.put("AMAZON_REFRESH_TOKEN", amazon.refreshToken());
    env.put("AMAZON_SELLER_ID", "A3EXAMPLESELLER");
    env.put("AMAZON_API_BASE_URL", amazon.url());
    env.put("AMAZON_LWA_URL", amazon.lwaUrl());
  }

  @Override
  public void close() {
    tiktokClient.close();
    amazonClient.close();
    reader.close();
    database.close();
    tiktok.close();
    amazon.close();
  }
}
