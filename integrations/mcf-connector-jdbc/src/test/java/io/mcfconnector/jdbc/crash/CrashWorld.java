// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.jdbc.DataKey;
import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.http.Fault;
import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Both platforms, one database and the nodes that route between them. */
final class CrashWorld implements AutoCloseable {

  private static final Instant BASE = Instant.parse("2026-09-01T12:00:00Z");
  private static final Pattern FULFILLMENT_ORDER = Pattern.compile("TTS-(\\d+)");

  /** Operations that planned faults hit; each fault is one that the platforms are known for. */
  private static final List<String> AMAZON_OPERATIONS =
      List.of("createOrder", "createOrder", "getOrder", "listOrders", "cancelOrder");

  private static final List<String> TIKTOK_OPERATIONS =
      List.of("markPackageAsShipped", "markPackageAsShipped", "getOrders", "searchOrders");

  private static final List<Fault> FAULTS =
      List.of(
          Fault.slow(Duration.ofMillis(1_200)),
          Fault.errorAfter(500),
          Fault.errorBefore(503),
          Fault.dropAfter(),
          Fault.dropBefore(),
          Fault.throttled(),
          Fault.cutBody());

  private static final int LATEST = 20;

  private final FastClock clock;
  private final Path folder;
  private final String databaseUrl;
  private final DataKey key = DataKey.generate();
  private final Random random;
  private final TikTokShopSimulator tiktok;
  private final SellingPartnerSimulator amazon;
  private final Acknowledged acknowledged = new Acknowledged();
  private final Buyers buyers;
  private final List<NodeProcess> nodes = new CopyOnWriteArrayList<>();
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private final AtomicInteger started = new AtomicInteger();
  private volatile BiConsumer<String, Incoming> onCall = (operation, request) -> {};
  private boolean restored;

  CrashWorld(long seed, int factor, Path folder, String databaseUrl) {
    this.clock = FastClock.startingNow(BASE, factor);
    this.folder = folder;
    this.databaseUrl = databaseUrl;
    this.random = new Random(seed);
    this.tiktok = TikTokShopSimulator.builder(clock).products(Catalogue.products()).start();
    this.amazon = SellingPartnerSimulator.start(clock);
    Catalogue.SKUS.values().stream()
        .flatMap(List::stream)
        .forEach(component -> amazon.stock(component.msku().value(), Catalogue.PLENTY));
    this.buyers = new Buyers(tiktok, amazon, acknowledged, seed);
    watch();
    migrate();
  }

  private void migrate() {
    DataSource dataSource = dataSource();
    JdbcDatabase.migrate(dataSource);
    CrashDatabases.close(dataSource);
  }

  /** Lets tests act at the moment a call arrives, before it takes effect. */
  private void watch() {
    for (String operation : List.of("createOrder", "getOrder", "listOrders", "cancelOrder")) {
      amazon.faults().always(operation, request -> hear(operation, request), Fault.dropBefore());
    }
    for (String operation :
        List.of("markPackageAsShipped", "getOrders", "searchOrders", "refreshToken")) {
      tiktok.faults().always(operation, request -> hear(operation, request), Fault.dropBefore());
    }
  }

  private boolean hear(String operation, Incoming request) {
    onCall.accept(operation, request);
    return false;
  }

  /** Sets what happens when a call has arrived and nothing is done yet. */
  void onCall(BiConsumer<String, Incoming> listener) {
    onCall = listener;
  }

  TikTokShopSimulator tiktok() {
    return tiktok;
  }

  SellingPartnerSimulator amazon() {
    return amazon;
  }

  FastClock clock() {
    return clock;
  }

  Acknowledged acknowledged() {
    return acknowledged;
  }

  Buyers buyers() {
    return buyers;
  }

  /** What duties and steps failed with, by node. */
  List<String> troubles() {
    return troubles;
  }

  int startedNodes() {
    return started.get();
  }

  /** Returns the database for this process; who asks closes it. */
  DataSource dataSource() {
    return NodeSettings.dataSource(databaseUrl);
  }

  /** Says that the store was replaced by an old copy, which knows less than was acknowledged. */
  void restored() {
    acknowledged.forget();
    restored = true;
  }

  boolean wasRestored() {
    return restored;
  }

  NodeSettings settings() {
    return new NodeSettings(databaseUrl, key, clock, environment());
  }

  private Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("TIKTOK_APP_KEY", tiktok.appKey()),
        Map.entry("TIKTOK_APP_SECRET", tiktok.appSecret()),
        Map.entry("TIKTOK_ACCESS_TOKEN", tiktok.accessToken()),
        Map.entry("TIKTOK_REFRESH_TOKEN", tiktok.refreshToken()),
        Map.entry("TIKTOK_SHOP_ID", tiktok.shopId()),
        Map.entry("TIKTOK_API_BASE_URL", tiktok.url()),
        Map.entry("TIKTOK_AUTH_BASE_URL", tiktok.url()),
        Map.entry("AMAZON_CLIENT_ID", amazon.clientId()),
        Map.entry("AMAZON_CLIENT_SECRET", amazon.clientSecret()),
        Map.entry("AMAZON_REFRESH_TOKEN", amazon.refreshToken()),
        Map.entry("AMAZON_API_BASE_URL", amazon.url()),
        Map.entry("AMAZON_LWA_URL", amazon.lwaUrl()));
  }

  /** Starts a process that waits for its plan. */
  NodeProcess startNode(NodeSettings settings) {
    String name = "node " + started.incrementAndGet();
    NodeProcess node = NodeProcess.start(settings, folder, line -> hear(name, line));
    nodes.add(node);
    return node;
  }

  NodeProcess startNode() {
    return startNode(settings());
  }

  /** Takes a line of a node. */
  void hear(String node, String line) {
    if (line.startsWith(Reports.SAVED)) {
      acknowledged.take(node, line);
    } else if (line.startsWith(Reports.DUTY_FAILED) || line.startsWith(Reports.STEP_FAILED)) {
      troubles.add(node + " " + line);
    }
  }

  /** Plans trouble for one of the next calls. */
  void plantFault() {
    Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
    if (random.nextBoolean()) {
      amazon.faults().next(any(AMAZON_OPERATIONS), fault);
    } else {
      tiktok.faults().next(any(TIKTOK_OPERATIONS), fault);
    }
  }

  private String any(List<String> operations) {
    return operations.get(random.nextInt(operations.size()));
  }

  /** Returns how many create calls may have had an effect, by order. */
  Map<String, Integer> createsByOrder() {
    Map<String, Integer> creates = new HashMap<>();
    for (Exchange call : createCalls()) {
      Matcher id = FULFILLMENT_ORDER.matcher(call.request().body());
      if (id.find()) {
        creates.merge(id.group(1), 1, Integer::sum);
      }
    }
    return creates;
  }

  List<Exchange> createCalls() {
    return amazon.exchanges("createOrder").stream().filter(Checker::mayHaveCreated).toList();
  }

  /** Looks into the store beside whatever runs. */
  <T> T read(Function<OrderStore, T> look) {
    DataSource dataSource = dataSource();
    try (JdbcDatabase database = JdbcDatabase.openForReading(dataSource)) {
      return look.apply(database.orderStore());
    } finally {
      CrashDatabases.close(dataSource);
    }
  }

  /** Opens the store as a node does; none may run. */
  <T> T open(Function<JdbcDatabase, T> look) {
    DataSource dataSource = dataSource();
    try (JdbcDatabase database = JdbcDatabase.open(dataSource, settings().cipher())) {
      return look.apply(database);
    } finally {
      CrashDatabases.close(dataSource);
    }
  }

  /** Lets the nodes work until nothing moves; returns whether that was in time. */
  boolean settle() {
    DataSource dataSource = dataSource();
    Deque<String> open = new ArrayDeque<>(buyers.kinds().keySet());
    try (JdbcDatabase database = JdbcDatabase.openForReading(dataSource)) {
      return Until.holds(
          Until.TIME_TO_SETTLE,
          () -> {
            buyers.act();
            while (!open.isEmpty() && isSettled(database.orderStore(), open.element())) {
              open.remove();
            }
            return open.isEmpty();
          });
    } finally {
      CrashDatabases.close(dataSource);
    }
  }

  /** Tells which orders still move, and the latest troubles. */
  String story() {
    return read(
        store -> {
          StringBuilder story = new StringBuilder("at ").append(clock.instant()).append('\n');
          buyers
              .kinds()
              .forEach(
                  (id, kind) -> {
                    if (!isSettled(store, id)) {
                      story.append(kind).append(' ').append(id).append(": ");
                      story.append(
                          store.find(OrderId.of(id)).map(CrashWorld::told).orElse("absent"));
                      story.append('\n');
                    }
                  });
          troubles.stream()
              .skip(Math.max(0, troubles.size() - LATEST))
              .forEach(trouble -> story.append(trouble).append('\n'));
          return story.toString();
        });
  }

  private static String told(RoutingRecord record) {
    return record.state() + " due " + record.dueAt() + " after " + record.decisions();
  }

  private static boolean isSettled(OrderStore store, String orderId) {
    return store.find(OrderId.of(orderId)).filter(Checker::isSettled).isPresent();
  }

  @Override
  public void close() {
    nodes.forEach(NodeProcess::close);
    tiktok.close();
    amazon.close();
  }
}
