// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.OrderRouterBuilder;
import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.spi.TokenStore;
import io.mcfconnector.tiktok.TikTokSalesChannel;
import io.mcfconnector.tiktok.TikTokShopClient;
import io.mcfconnector.time.Pause;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** The real router over the real clients, on a fast clock, with kill points all around. */
final class NodeRouter implements AutoCloseable {

  /** Real time, far less than half a lease on the fast clock. */
  private static final Duration CALL_TIMEOUT = Duration.ofMillis(800);

  private final TikTokShopClient tiktok;
  private final SellingPartnerClient amazon;
  private final OrderRouter router;
  private final Reports reports;

  NodeRouter(
      NodeSettings settings,
      OrderStore orders,
      TokenStore tokens,
      TaskScheduler scheduler,
      KillPoints points,
      Reports reports) {
    this.reports = reports;
    FastClock clock = settings.clock();
    Pause pause = time -> Pause.sleeping().pause(clock.real(time));
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(new WatchedCalls(points)).build();
    TokenStore watchedTokens = new WatchedTokens(tokens, points);
    this.tiktok =
        TikTokShopClient.builder()
            .env(settings.platforms())
            .tokenStore(watchedTokens)
            .httpClient(http)
            .clock(clock)
            .pause(pause)
            .callTimeout(CALL_TIMEOUT)
            .build();
    this.amazon =
        SellingPartnerClient.builder()
            .env(settings.platforms())
            .tokenStore(watchedTokens)
            .httpClient(http)
            .clock(clock)
            .pause(pause)
            .callTimeout(CALL_TIMEOUT)
            .build();
    MutantStore mutated = new MutantStore(orders, settings.mutant());
    OrderRouterBuilder builder =
        OrderRouter.builder()
            .salesChannel(TikTokSalesChannel.of(tiktok))
            .fulfillmentNetwork(
                new MutantNetwork(AmazonFulfillmentNetwork.of(amazon), settings.mutant(), mutated))
            .store(new WatchedStore(mutated, points, reports))
            .scheduler(
                (name, interval, task) -> scheduler.schedule(name, clock.real(interval), task))
            .skuMapper(
                (shop, sku) ->
                    Optional.ofNullable(sku.sellerSku())
                        .map(seller -> Catalogue.SKUS.get(seller.value())))
            .settleTime(Duration.ofMinutes(5))
            .clock(settings.routerClock())
            .listener(this::hear);
    if (settings.isHurried()) {
      builder
          .orderPollInterval(Duration.ofSeconds(30))
          .trackingSyncInterval(Duration.ofSeconds(45))
          .inventorySyncInterval(Duration.ofMinutes(2));
    }
    this.router = builder.build();
  }

  OrderRouter router() {
    return router;
  }

  private void hear(RouterEvent event) {
    if (event instanceof RouterEvent.DutyFailed failed) {
      reports.say(Reports.DUTY_FAILED, failed.duty(), failed.problem());
    } else if (event instanceof RouterEvent.StepFailed failed) {
      reports.say(Reports.STEP_FAILED, failed.orderId(), failed.problem());
    }
  }

  @Override
  public void close() {
    router.close();
    tiktok.close();
    amazon.close();
  }
}
