// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.Explanation;
import io.mcfconnector.OrderRouter;
import io.mcfconnector.RunReport;
import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.tiktok.TikTokSalesChannel;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The commands that talk to the platforms the environment names. */
public final class LiveCommands {

  private static final int MAX_ORDERS = 10_000;

  private static final String FORGETS =
      "State is kept in memory. After a restart the orders of the last day are read again, and what"
          + " Amazon has already is adopted.";

  /** Variables of the versions to come; set today, they would be believed to work. */
  private static final List<String> UNREAD =
      List.of("MCF_STORE_URL", "MCF_DATA_KEY", "WEBHOOK_PORT");

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
    try (LiveConfig config = LiveConfig.fromEnv(env);
        OrderRouter router = router(config, new InMemoryOrderStore(), progress(out))) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(stopAsked, stopped), "stop"));
      router.start();
      out.println("Routing " + config.tiktok() + " to " + config.amazon() + ". Stop with Ctrl-C.");
      out.println(FORGETS);
      warnOfUnread(env, out);
      stopAsked.await();
    }
  }

  /** Runs every duty once and prints where the orders are; returns the exit code. */
  public static int runOnce(Map<String, String> env, PrintStream out) {
    OrderStore store = new InMemoryOrderStore();
    try (LiveConfig config = LiveConfig.fromEnv(env);
        OrderRouter router = router(config, store, progress(out))) {
      RunReport report = router.runDue();
      out.println(JsonReport.orders(orders(store, config)));
      return report.isComplete() ? 0 : 1;
    }
  }

  /** Prints every order; returns the exit code. */
  public static int status(Map<String, String> env, PrintStream out) {
    OrderStore store = new InMemoryOrderStore();
    try (LiveConfig config = LiveConfig.fromEnv(env);
        OrderRouter router = router(config, store, event -> {})) {
      look(router);
      out.println(JsonReport.orders(orders(store, config)));
      return 0;
    }
  }

  /** Prints the story of one order; returns the exit code. */
  public static int explain(Map<String, String> env, String orderId, PrintStream out) {
    try (LiveConfig config = LiveConfig.fromEnv(env);
        OrderRouter router = router(config, new InMemoryOrderStore(), event -> {})) {
      look(router);
      Optional<Explanation> explanation = router.explain(OrderId.of(orderId));
      out.println(JsonReport.explanation(orderId, explanation));
      return explanation.isPresent() ? 0 : 1;
    }
  }

  /** Prints the orders that wait for a person; returns the exit code. */
  public static int reviews(Map<String, String> env, PrintStream out) {
    try (LiveConfig config = LiveConfig.fromEnv(env);
        OrderRouter router = router(config, new InMemoryOrderStore(), event -> {})) {
      look(router);
      out.println(JsonReport.reviews(router.reviews()));
      return 0;
    }
  }

  /** Reads and judges the shop's orders; intake writes to no platform. */
  private static void look(OrderRouter router) {
    List<RouterEvent.DutyFailed> failures = router.runDue(Duty.INTAKE).failures();
    if (!failures.isEmpty()) {
      throw failures.get(0).problem();
    }
  }

  private static OrderRouter router(LiveConfig config, OrderStore store, RouterListener listener) {
    return config
        .intervals(OrderRouter.builder())
        .salesChannel(TikTokSalesChannel.of(config.tiktok()))
        .fulfillmentNetwork(AmazonFulfillmentNetwork.of(config.amazon()))
        .store(store)
        .scheduler(TaskScheduler.inProcess())
        .skuMapper(config.skuMapper())
        .listener(listener)
        .build();
  }

  private static void warnOfUnread(Map<String, String> env, PrintStream out) {
    UNREAD.stream()
        .filter(env::containsKey)
        .forEach(name -> out.println(name + " is not read by this version yet."));
  }

  private static RouterListener progress(PrintStream out) {
    return event -> out.println(event);
  }

  private static List<RoutingRecord> orders(OrderStore store, LiveConfig config) {
    return Arrays.stream(RoutingState.values())
        .flatMap(
            state -> store.findInState(state, List.of(config.tiktok().shop()), MAX_ORDERS).stream())
        .toList();
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
