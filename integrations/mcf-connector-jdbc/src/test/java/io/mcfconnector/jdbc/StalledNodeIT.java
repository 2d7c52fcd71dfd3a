// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static io.mcfconnector.jdbc.SampleRecords.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.TaskScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A node that stands still with a transaction open, and the node that goes on without it. */
@NeedsPostgres
class StalledNodeIT {

  private static final Duration LONGEST_STALL = Duration.ofSeconds(1);
  private static final Instant LATER = NOW.plusSeconds(60);

  private final String url = PostgresServer.createSchema();
  private final DataCipher cipher = DataCipher.aesGcm(DataKey.generate());
  private final OrderStore other =
      new JdbcOrderStore(new PostgresTransactions(impatient()), cipher);

  @BeforeEach
  void migrate() {
    JdbcDatabase.migrate(PostgresServer.dataSource(url));
  }

  /** What both nodes do to the same row; the one that stalls with an earlier time. */
  private enum Write {
    DESTINATION {
      @Override
      void before(OrderStore store) {
        assertThat(store.insert(SampleRecords.order("1").build())).isTrue();
      }

      @Override
      void on(OrderStore store, Instant at) {
        RoutingRecord placing = SampleRecords.placing(SampleRecords.order("1").build());
        RoutingRecord changed = placing.toBuilder().dueAt(at).build();
        assertThat(store.update(changed, SampleRecords.destination(), LATER)).isPresent();
      }

      @Override
      Instant stored(OrderStore store) {
        return dueAt(store);
      }
    },
    FIGURES {
      @Override
      void on(OrderStore store, Instant at) {
        store.saveFigures("count", Map.of("MUG", new StockFigure(1, at)));
      }

      @Override
      Instant stored(OrderStore store) {
        return store.figures("count").values().iterator().next().at();
      }
    };

    void before(OrderStore store) {}

    abstract void on(OrderStore store, Instant at);

    abstract Instant stored(OrderStore store);
  }

  private static Instant dueAt(OrderStore store) {
    RoutingRecord found = store.find(OrderId.of("1")).orElseThrow();
    return Objects.requireNonNull(found.dueAt());
  }

  @ParameterizedTest
  @EnumSource
  void write_nodeStallsBeforeItsCommit_losesItToTheNodeThatGoesOn(Write write) throws Exception {
    write.before(other);
    StallingDataSource stalling = new StallingDataSource(url, "commit");
    OrderStore stalled =
        new JdbcOrderStore(new PostgresTransactions(stalling, LONGEST_STALL), cipher);
    CompletableFuture<Void> late = CompletableFuture.runAsync(() -> write.on(stalled, NOW));
    stalling.awaitStall();

    write.on(other, LATER);

    stalling.goOn();
    assertThatThrownBy(late::join).hasCauseInstanceOf(StoreException.class);
    assertThat(write.stored(other)).isEqualTo(LATER);
  }

  @Test
  void write_singleStatement_hasNoMomentToStallIn() throws Exception {
    StallingDataSource stalling = new StallingDataSource(url, "commit");
    OrderStore store = new JdbcOrderStore(new PostgresTransactions(stalling), cipher);
    RoutingRecord record = SampleRecords.order("1").build();

    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              assertThat(store.insert(record)).isTrue();
              assertThat(store.update(record.toBuilder().dueAt(LATER).build())).isPresent();
              store.saveWatermark("sweep/seller", NOW);
            });

    writing.get(30, TimeUnit.SECONDS);
    assertThat(dueAt(other)).isEqualTo(LATER);
    assertThat(other.watermark("sweep/seller")).contains(NOW);
  }

  @Test
  void schedule_nodeStallsWhileItPicksATask_leavesItToTheOther() throws Exception {
    StallingDataSource stalling = new StallingDataSource(url, "update");
    CountDownLatch ran = new CountDownLatch(1);
    Duration never = Duration.ofHours(1);
    try (TaskScheduler.Handle here =
        ClusterTaskScheduler.on(stalling).schedule("place", never, () -> {})) {
      here.wake();
      stalling.awaitStall();
      try (TaskScheduler.Handle there =
          ClusterTaskScheduler.on(impatient()).schedule("place", never, ran::countDown)) {
        there.wake();

        assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
      } finally {
        stalling.goOn();
      }
    }
  }

  /** Gives up in time where a node would wait for ever. */
  private PGSimpleDataSource impatient() {
    PGSimpleDataSource dataSource = PostgresServer.dataSource(url);
    dataSource.setOptions("-c lock_timeout=20s");
    return dataSource;
  }
}
