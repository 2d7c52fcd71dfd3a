// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.RunReport;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.tiktok.webhook.TikTokWebhookHandler;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The commands that route the shop of the environment. */
public final class LiveCommands {

  private static final int MAPPING_LOOK_SECONDS = 10;

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
    try (LiveParts parts = LiveParts.open(config, out);
        OrderRouter router = parts.router().listener(progress(out)).build();
        WebhookServer webhooks = webhooks(config, env, router)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(stopAsked, stopped), "stop"));
      router.start();
      out.println("Routing " + parts.tiktok() + " to " + parts.amazon() + ". Stop with Ctrl-C.");
      out.println("State is kept in " + config.store().place() + ".");
      if (webhooks != null) {
        out.println("Webhooks are taken at " + webhooks.url() + ", for use behind a TLS proxy.");
      }
      while (!stopAsked.await(MAPPING_LOOK_SECONDS, TimeUnit.SECONDS)) {
        lookAtMapping(config, out);
      }
    }
  }

  /** A person may map a SKU while orders are routed, by hand or with 'repair'. */
  private static void lookAtMapping(LiveConfig config, PrintStream out) {
    try {
      if (config.skuMapper().reloadIfChanged()) {
        out.println("The SKU mapping was read again.");
      }
    } catch (ConfigurationException e) {
      out.println("The SKU mapping in use stays. " + e.getMessage());
    }
  }

  /** Runs every duty once and prints where the orders are; returns the exit code. */
  public static int runOnce(Map<String, String> env, PrintStream out) {
    try (LiveParts parts = LiveParts.open(LiveConfig.fromEnv(env), out);
        OrderRouter router = parts.router().listener(progress(out)).build()) {
      RunReport report = router.runDue();
      out.println(JsonReport.orders(parts.store().ordersOf(parts.tiktok().shop())));
      return report.isComplete() ? 0 : 1;
    }
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
