// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static io.mcfconnector.jdbc.SampleRecords.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.spi.OrderStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest extends JdbcDatabaseBehavior {

  private static final int THREADS = 32;
  private static final int WRITES = 25;

  @TempDir private Path directory;

  @Override
  DataSource dataSource() {
    return SqliteFiles.dataSource(file());
  }

  @Override
  byte[] written() {
    return SqliteFiles.bytes(file());
  }

  @Override
  String retention() {
    return """
        delete from mcf_order where state in ('DELIVERED', 'CANCELLED', 'SKIPPED')
          and received_at < strftime('%s', 'now', '-90 days') * 1000000""";
  }

  @Test
  void manyWriters_shareCommits() throws InterruptedException {
    BreakableDataSource counting = new BreakableDataSource(dataSource());
    OrderStore store = databases.open(counting, key).orderStore();
    int before = counting.commits();

    Together.run(
        THREADS,
        thread ->
            IntStream.range(0, WRITES)
                .forEach(number -> inserted(store, SampleRecords.order(thread + "-" + number))));

    int commits = counting.commits() - before;
    assertThat(commits).isPositive().isLessThan(THREADS * WRITES / 4);
    assertThat(store.findDue(Duty.INTAKE, List.of(SampleRecords.SHOP), NOW, 9999))
        .hasSize(THREADS * WRITES);
  }

  @Test
  void oneFailureInABatch_isOnlyItsCallersOwn() throws InterruptedException, SQLException {
    OrderStore store = databases.open(dataSource(), key).orderStore();
    RoutingRecord newer = inserted(store, SampleRecords.order("newer"));
    Sql.execute(dataSource(), "update mcf_order set format = 99");

    Together.run(
        THREADS,
        thread -> {
          if (thread % 4 == 0) {
            assertThatThrownBy(() -> store.update(newer)).hasMessageContaining("format 99");
          } else {
            inserted(store, SampleRecords.order("own-" + thread));
          }
        });

    assertThat(Sql.texts(dataSource(), "select order_id from mcf_order where format = 1"))
        .hasSize(THREADS * 3 / 4);
  }

  @Test
  void fullDisk_refusesWritesUntilThereIsSpace() throws SQLException {
    BreakableDataSource disk = new BreakableDataSource(dataSource());
    OrderStore store = databases.open(disk, key).orderStore();
    RoutingRecord first = inserted(store, SampleRecords.order("first"));
    disk.onEveryConnection("pragma max_page_count = 30");
    RoutingRecord large =
        SampleRecords.order("large").deliveryOptionId("x".repeat(500_000)).build();

    assertThatThrownBy(() -> store.insert(large))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("store order large", "disk is full");

    assertThat(store.find(first.orderId())).contains(first);
    assertThat(store.find(large.orderId())).isEmpty();
    disk.onEveryConnection("pragma max_page_count = 1000000");
    assertThat(store.insert(large)).isTrue();
    assertThat(Sql.texts(dataSource(), "pragma integrity_check")).containsExactly("ok");
  }

  @Test
  void secondOpen_inTheSameProcess_isRefusedAndLeavesTheFirstItsLock() {
    OrderStore first = databases.open(dataSource(), key).orderStore();

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> databases.open(dataSource(), key))
          .isInstanceOf(StoreException.class)
          .hasMessageContainingAll(
              "orders.db", "this process", Long.toString(ProcessHandle.current().pid()));
    }

    inserted(first, SampleRecords.order("1"));
    databases.close();
    assertThat(databases.open(dataSource(), key).orderStore().find(OrderId.of("1"))).isPresent();
  }

  @Test
  void open_thatIsRefused_givesItsLockBack() {
    placing(databases.open(dataSource(), key).orderStore(), "1");
    databases.close();

    assertThatThrownBy(() -> databases.open(dataSource(), DataKey.generate()))
        .isInstanceOf(StoreException.class);

    assertThat(databases.open(dataSource(), key)).isNotNull();
  }

  @Test
  void settings_always_areThoseOfADurableFile() throws SQLException {
    databases.open(dataSource(), key);

    try (Connection connection = SqliteConnection.forWriting(dataSource())) {
      assertThat(Sql.texts(connection, "pragma journal_mode")).containsExactly("wal");
      assertThat(Sql.texts(connection, "pragma synchronous")).containsExactly("2");
      assertThat(Sql.texts(connection, "pragma secure_delete")).containsExactly("1");
    }
  }

  private Path file() {
    return directory.resolve("orders.db");
  }
}
