// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.jdbc.DataCipher;
import io.mcfconnector.jdbc.DataKey;
import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.testkit.VirtualTime;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many orders a second go from a search at TikTok to their tracking at TikTok, over HTTP and
 * with nothing that limits them but the machine. Simulators and database share it.
 *
 * <p>Each node serves a seller of its own, as the duties of one seller run on one node at a time.
 */
final class Routed {

  private static final double FEWEST = 300;
  private static final Set<String> WRITES =
      Set.of("insert", "update", "erase", "eraseExpired", "saveWatermark", "tally");

  private Routed() {}

  static List<Row> run(int orders) throws IOException, SQLException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    double most = 0;
    route(new InMemoryOrderStore(), 1, orders); // Compiles what is measured.
    rows.add(row("in memory", route(new InMemoryOrderStore(), 1, orders), ""));
    for (DatabaseKind kind : DatabaseKind.values()) {
      if (kind.isHere()) {
        durable(kind, 1, orders); // The same for what talks with the database.
        for (int nodes = 1; nodes <= (kind == DatabaseKind.POSTGRESQL ? 3 : 1); nodes++) {
          Measured durable = durable(kind, nodes, orders);
          rows.add(durable.row());
          most = Math.max(most, durable.perSecond());
        }
      }
    }
    rows.add(
        Row.plain("orders routed, the most of them on a durable store", Row.text(most, "/s"))
            .withTarget("≥ " + (int) FEWEST + " /s", most >= FEWEST));
    return rows;
  }

  private static Measured durable(DatabaseKind kind, int nodes, int orders)
      throws IOException, SQLException, InterruptedException {
    try (Scratch scratch = kind.create()) {
      double commits = CommitLoop.perSecond(scratch.dataSource());
      JdbcDatabase.migrate(scratch.dataSource());
      return durable(kind, scratch, commits, nodes, orders);
    }
  }

  private static Measured durable(
      DatabaseKind kind, Scratch scratch, double commits, int nodes, int orders)
      throws InterruptedException {
    try (JdbcDatabase database =
        JdbcDatabase.open(scratch.dataSource(), DataCipher.aesGcm(DataKey.generate()))) {
      Result result = route(database.orderStore(), nodes, orders);
      String name = kind + (kind == DatabaseKind.POSTGRESQL ? ", nodes: " + nodes : "");
      String floor =
          String.format(
              Locale.ROOT,
              "%,.0f (%,.0f commits/s, %.1f an order)",
              commits / result.writes(),
              commits,
              result.writes());
      return new Measured(row(name, result, floor), result.perSecond());
    }
  }

  private record Measured(Row row, double perSecond) {}

  private static Row row(String store, Result result, String floor) {
    return new Row(
        "orders routed, " + store,
        Row.text(result.perSecond(), "/s"),
        floor,
        String.format(Locale.ROOT, "CPU %.2f ms", result.cpuMillis()),
        "",
        null);
  }

  /**
   * What came out.
   *
   * @param perSecond orders, of all nodes together
   * @param cpuMillis CPU of an order on the node's thread
   * @param writes to the store for an order
   */
  record Result(double perSecond, double cpuMillis, double writes) {}

  static Result route(OrderStore store, int nodes, int orders) throws InterruptedException {
    AtomicLong writes = new AtomicLong();
    AtomicLong cpu = new AtomicLong();
    OrderStore counted = counting(store, writes);
    ExecutorService threads = Executors.newFixedThreadPool(nodes);
    List<Platforms> platforms = new ArrayList<>();
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int number = 0; number < nodes; number++) {
        VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-23T12:00:00Z"));
        Platforms seller =
            new Platforms(time.clock(), number, 1, account -> account.withoutQuota());
        platforms.add(seller);
        seller.sell(orders / nodes, Platforms.FREE);
        work.add(() -> serve(time, seller, counted, orders / nodes, cpu));
      }
      long start = System.nanoTime();
      for (Future<Void> served : threads.invokeAll(work)) {
        served.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Result(orders / seconds, cpu.get() / 1e6 / orders, (double) writes.get() / orders);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a node failed", e);
    } finally {
      threads.shutdown();
      platforms.forEach(Platforms::close);
    }
  }

  private static Void serve(
      VirtualTime time, Platforms seller, OrderStore store, int orders, AtomicLong cpu) {
    try (Node node = new Node(time, wait -> {}, seller.settings(), store, event -> {})) {
      long before = CallerCost.cpuOfThisThread();
      node.router().start();
      for (int turn = 0; turn < 20 && seller.shipped() < orders; turn++) {
        time.runFor(Duration.ofMinutes(5));
      }
      cpu.addAndGet(CallerCost.cpuOfThisThread() - before);
    }
    long shipped = seller.shipped();
    if (shipped != orders) {
      throw new IllegalStateException(shipped + " orders came through instead of " + orders);
    }
    return null;
  }

  private static OrderStore counting(OrderStore store, AtomicLong writes) {
    return (OrderStore)
        Proxy.newProxyInstance(
            Routed.class.getClassLoader(),
            new Class<?>[] {OrderStore.class},
            (proxy, method, arguments) -> {
              if (WRITES.contains(method.getName())) {
                writes.incrementAndGet();
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
