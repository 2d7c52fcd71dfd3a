// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.spi.TokenStore;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** An open database and everything that is kept in it. */
final class LiveStore implements AutoCloseable {

  private static final int MAX_ORDERS = 10_000;

  private final StorePlace place;
  private final DataSource dataSource;
  private final JdbcDatabase database;

  private LiveStore(StorePlace place, DataSource dataSource, JdbcDatabase database) {
    this.place = place;
    this.dataSource = dataSource;
    this.database = database;
  }

  /** Opens what the settings name for routing; makes database and key file at the first start. */
  static LiveStore open(StoreSettings settings, PrintStream out) {
    // The key before the database: a start that is killed in between leaves no database whose key
    // is missing.
    DataKeys keys = settings.keys() == null ? generated(settings.place(), out) : settings.keys();
    LiveStore store =
        open(
            settings.place(),
            dataSource -> {
              JdbcDatabase.migrate(dataSource);
              return JdbcDatabase.open(dataSource, keys.cipher());
            });
    store.reseal(keys, out);
    return store;
  }

  /** Opens a database to look at orders, beside a process that routes. */
  static LiveStore openForReading(StorePlace place) {
    place.requireDatabase();
    return open(place, JdbcDatabase::openForReading);
  }

  /** Opens a database to look at orders and at what is sealed, beside a process that routes. */
  static LiveStore openForReading(StorePlace place, DataKeys keys) {
    return open(place, dataSource -> JdbcDatabase.openForReading(dataSource, keys.cipher()));
  }

  OrderStore orders() {
    return database.orderStore();
  }

  /** Returns the orders of a shop, state by state, the oldest first. */
  List<RoutingRecord> ordersOf(ShopId shop) {
    return Arrays.stream(RoutingState.values())
        .flatMap(state -> orders().findInState(state, List.of(shop), MAX_ORDERS).stream())
        .toList();
  }

  TokenStore tokens() {
    return database.tokenStore();
  }

  TaskScheduler scheduler() {
    return place.schedulerOn(dataSource);
  }

  @Override
  public void close() {
    database.close();
    close(dataSource);
  }

  private interface Opening {
    JdbcDatabase on(DataSource dataSource);
  }

  private static LiveStore open(StorePlace place, Opening opening) {
    DataSource dataSource = place.connect();
    try {
      return new LiveStore(place, dataSource, opening.on(dataSource));
    } catch (RuntimeException e) {
      close(dataSource);
      throw e;
    }
  }

  private void reseal(DataKeys keys, PrintStream out) {
    if (!keys.former().isEmpty()) {
      int resealed = database.reseal();
      out.println(
          "Sealed "
              + resealed
              + " entries again with the current data key; the former ones are not needed any"
              + " more.");
    }
  }

  private static DataKeys generated(StorePlace place, PrintStream out) {
    if (!(place instanceof SqliteFile file)) {
      throw new IllegalStateException("only a file has its key beside it");
    }
    DataKeys keys = file.keyFile().generate();
    out.println(
        "Made a data key in "
            + file.keyFile().path()
            + ", for its owner only. Without it the buyer data and tokens in "
            + file
            + " cannot be read: keep a copy, apart from copies of the database.");
    return keys;
  }

  private static void close(DataSource dataSource) {
    if (dataSource instanceof AutoCloseable pool) {
      try {
        pool.close();
      } catch (Exception e) {
        throw new IllegalStateException("a connection pool could not be closed", e);
      }
    }
  }
}
