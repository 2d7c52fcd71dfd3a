// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.Explanation;
import io.mcfconnector.OrderRouter;
import io.mcfconnector.RunReport;
import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.tiktok.TikTokSalesChannel;
import io.mcfconnector.tiktok.TikTokShopClient;
import io.mcfconnector.tiktok.webhook.TikTokWebhookHandler;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The commands that route the shop of the environment, and those that look at its orders. */
public final class LiveCommands {

  private LiveCommands() {}

  /** Routes until the process is told to stop; returns the exit code. */
  public static int run(Map<String, String> env, PrintStream out) {
    CountDownLatch stopAsked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try {
      route(env, out, stopAsked, stopped);
      out.println("Stopped. No call is under way.");
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      stopped.countDown();
    }
  }

  private static void route(
      Map<String, String> env, PrintStream out, CountDownLatch stopAsked, CountDownLatch stopped)
      throws InterruptedException {
    LiveConfig config = LiveConfig.fromEnv(env);
    try (LiveStore store = LiveStore.open(config.store(), out);
        TikTokShopClient tiktok = config.tiktok().tokenStore(store.tokens()).build();
        SellingPartnerClient amazon = config.amazon().tokenStore(store.tokens()).build();
        OrderRouter router = router(config, store, tiktok, amazon, progress(out));
        WebhookServer webhooks = webhooks(config, env, router)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(stopAsked, stopped), "stop"));
      router.start();
      out.println("Routing " + tiktok + " to " + amazon + ". Stop with Ctrl-C.");
      out.println("State is kept in " + config.store().place() + ".");
      if (webhooks != null) {
        out.println("Webhooks are taken at " + webhooks.url() + ", for use behind a TLS proxy.");
      }
      stopAsked.await();
    }
  }

  /** Runs every duty once and prints where the orders are; returns the exit code. */
  public static int runOnce(Map<String, String> env, PrintStream out) {
    LiveConfig config = LiveConfig.fromEnv(env);
    try (LiveStore store = LiveStore.open(config.store(), out);
        TikTokShopClient tiktok = config.tiktok().tokenStore(store.tokens()).build();
        SellingPartnerClient amazon = config.amazon().tokenStore(store.tokens()).build();
        OrderRouter router = router(config, store, tiktok, amazon, progress(out))) {
      RunReport report = router.runDue();
      out.println(JsonReport.orders(store.ordersOf(tiktok.shop())));
      return report.isComplete() ? 0 : 1;
    }
  }

  /** Prints every order; returns the exit code. */
  public static int status(Map<String, String> env, PrintStream out) {
    try (LiveDesk desk = LiveDesk.fromEnv(env)) {
      out.println(JsonReport.orders(desk.orders()));
      return 0;
    }
  }

  /** Prints the story of one order; returns the exit code. */
  public static int explain(Map<String, String> env, String orderId, PrintStream out) {
    try (LiveDesk desk = LiveDesk.fromEnv(env)) {
      Optional<Explanation> explanation = desk.router().explain(OrderId.of(orderId));
      out.println(JsonReport.explanation(orderId, explanation));
      return explanation.isPresent() ? 0 : 1;
    }
  }

  /** Prints the orders that wait for a person; returns the exit code. */
  public static int reviews(Map<String, String> env, PrintStream out) {
    try (LiveDesk desk = LiveDesk.fromEnv(env)) {
      out.println(JsonReport.reviews(desk.router().reviews()));
      return 0;
    }
  }

  private static OrderRouter router(
      LiveConfig config,
      LiveStore store,
      TikTokShopClient tiktok,
      SellingPartnerClient amazon,
      RouterListener listener) {
    return config
        .intervals(OrderRouter.builder())
        .salesChannel(TikTokSalesChannel.of(tiktok))
        .fulfillmentNetwork(AmazonFulfillmentNetwork.of(amazon))
        .store(store.orders())
        .scheduler(store.scheduler())
        .skuMapper(config.skuMapper())
        .listener(listener)
        .build();
  }

  private static @Nullable WebhookServer webhooks(
      LiveConfig config, Map<String, String> env, OrderRouter router) {
    return config.webhookPort() == null
        ? null
        : WebhookServer.start(
            config.webhookPort(),
            TikTokWebhookHandler.builder().env(env).notices(router::accept).build());
  }

  private static RouterListener progress(PrintStream out) {
    return event -> out.println(event);
  }

  /** The virtual machine ends when its hooks have ended, so this one waits for the router. */
  private static void awaitEnd(CountDownLatch stopAsked, CountDownLatch stopped) {
    stopAsked.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
