// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static io.mcfconnector.jdbc.SampleRecords.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.TokenStore;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@NeedsPostgres
class PostgresDatabaseIT extends JdbcDatabaseBehavior {

  private static final AccountId ACCOUNT = AccountId.of("tiktok:7496100000000000777");
  private static final DataCipher CIPHER = DataCipher.aesGcm(DataKey.generate());

  private final String url = PostgresServer.createSchema();

  @Override
  DataSource dataSource() {
    return PostgresServer.dataSource(url);
  }

  @Override
  byte[] written() {
    return PostgresDump.of(dataSource());
  }

  @Override
  String retention() {
    return """
    delete from mcf_order where state in ('DELIVERED', 'CANCELLED', 'SKIPPED')
      and received_at < extract(epoch from now() - interval '90 days') * 1000000\
    """;
  }

  @Test
  void migrate_again_changesNothing() throws SQLException {
    JdbcDatabase.migrate(dataSource());

    assertThat(Sql.texts(dataSource(), "select version from mcf_schema order by version"))
        .containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void migrate_byManyAtOnce_happensOnce() throws InterruptedException, SQLException {
    DataSource empty = PostgresServer.dataSource(PostgresServer.createSchema());

    Together.run(8, number -> JdbcDatabase.migrate(empty));

    assertThat(Sql.texts(empty, "select version from mcf_schema order by version"))
        .containsExactly("1", "2", "3", "4", "5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create table mcf_task", "insert into mcf_schema", "commit"})
  void migrate_failingHalfway_leavesNothing(String step) throws SQLException {
    DataSource empty = PostgresServer.dataSource(PostgresServer.createSchema());
    BreakableDataSource breakable = new BreakableDataSource(empty);
    breakable.breakStatement(step);

    assertThatThrownBy(() -> JdbcDatabase.migrate(breakable)).isInstanceOf(StoreException.class);

    assertThat(
            Sql.texts(
                empty,
                "select relname from pg_class where relnamespace = current_schema()::regnamespace"))
        .isEmpty();
    assertThatCode(() -> JdbcDatabase.migrate(empty)).doesNotThrowAnyException();
  }

  @Test
  void migrate_beforeByHostsTool_isDone() throws IOException, SQLException {
    DataSource empty = PostgresServer.dataSource(PostgresServer.createSchema());
    try (InputStream script =
        JdbcDatabase.class.getResourceAsStream("postgresql/V1__create_tables.sql")) {
      Sql.execute(empty, new String(script.readAllBytes(), UTF_8));
    }

    JdbcDatabase.migrate(empty);

    assertThatCode(() -> JdbcDatabase.open(empty, CIPHER).close()).doesNotThrowAnyException();
  }

  @Test
  void open_withoutTables_tellsHowToMakeThem() {
    DataSource empty = PostgresServer.dataSource(PostgresServer.createSchema());

    assertThatThrownBy(() -> JdbcDatabase.open(empty, CIPHER))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll(
            "missing", "JdbcDatabase.migrate", "io/mcfconnector/jdbc/postgresql");
  }

  @Test
  void schemaOfNewerVersion_isRefused() throws SQLException {
    Sql.execute(dataSource(), "insert into mcf_schema values (6, 'of the future')");

    assertThatThrownBy(() -> JdbcDatabase.migrate(dataSource())).hasMessageContaining("newer");
    assertThatThrownBy(() -> databases.open(dataSource(), key)).hasMessageContaining("newer");
  }

  @Test
  void readOnlyDatabase_isRefused() throws SQLException {
    PGSimpleDataSource readOnly = PostgresServer.dataSource(url);
    readOnly.setReadOnly(true);
    PGSimpleDataSource emptyReadOnly = PostgresServer.dataSource(PostgresServer.createSchema());
    emptyReadOnly.setReadOnly(true);

    assertThatThrownBy(() -> JdbcDatabase.migrate(emptyReadOnly))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("read-only");
    assertThatThrownBy(() -> databases.open(readOnly, key))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("read-only");
  }

  @Test
  void unreachableDatabase_isRefused() {
    String own = PostgresServer.createDatabase();
    PostgresServer.takeAway(own);

    assertThatThrownBy(() -> JdbcDatabase.migrate(PostgresServer.dataSource(own)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be reached");
    assertThatThrownBy(() -> databases.open(PostgresServer.dataSource(own), key))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void otherIsolationLevel_isRefused() {
    PGSimpleDataSource serializable = PostgresServer.dataSource(url);
    serializable.setOptions("-c default_transaction_isolation=serializable");

    assertThatThrownBy(() -> databases.open(serializable, key))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("READ COMMITTED");
  }

  @Test
  void databaseGoneForAWhile_isUsedAgainWhenItIsBack() {
    String own = PostgresServer.createDatabase();
    JdbcDatabase.migrate(PostgresServer.dataSource(own));
    try (HikariDataSource pool =
        pool(config -> config.setDataSource(PostgresServer.dataSource(own)))) {
      OrderStore store = databases.open(pool, key).orderStore();
      RoutingRecord stored = inserted(store, SampleRecords.order("1"));

      PostgresServer.takeAway(own);
      assertThatThrownBy(() -> store.update(stored)).isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> store.find(stored.orderId())).isInstanceOf(StoreException.class);
      PostgresServer.giveBack(own);

      assertThat(updatedSoon(store, stored)).isPresent();
    }
  }

  /** The pool may hand out some more connections that died. */
  private static Optional<RoutingRecord> updatedSoon(OrderStore store, RoutingRecord stored) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      try {
        return store.update(stored);
      } catch (StoreException e) {
        assertThat(System.nanoTime()).isLessThan(end);
      }
    }
  }

  @Test
  void poolWithoutAutoCommit_isLeftAsItWas() throws SQLException {
    try (HikariDataSource pool = pool(config -> config.setAutoCommit(false))) {
      JdbcDatabase.migrate(pool);
      OrderStore store = databases.open(pool, key).orderStore();
      RoutingRecord stored = inserted(store, SampleRecords.order("1"));
      assertThat(store.update(stored)).isPresent();
      assertThatThrownBy(
              () ->
                  databases
                      .open(pool, key)
                      .tokenStore()
                      .update(
                          ACCOUNT,
                          before -> {
                            throw new IllegalStateException("refused");
                          }))
          .hasMessage("refused");

      try (Connection connection = pool.getConnection()) {
        assertThat(connection.getAutoCommit()).isFalse();
      }
    }
    assertThat(databases.open(dataSource(), key).orderStore().find(OrderId.of("1"))).isPresent();
  }

  @Test
  void tokenUpdates_ofTwoNodes_runOneAtATime() throws InterruptedException {
    List<TokenStore> nodes =
        List.of(
            databases.open(dataSource(), key).tokenStore(),
            databases.open(dataSource(), key).tokenStore());

    Together.run(8, number -> nodes.get(number % 2).update(ACCOUNT, PostgresDatabaseIT::counted));

    assertThat(nodes.get(0).find(ACCOUNT).orElseThrow().refreshToken().value()).isEqualTo("8");
  }

  @Test
  void tokenUpdate_ofANodeThatDies_letsTheNextOneIn() throws Exception {
    TokenStore dying = databases.open(dataSource(), key).tokenStore();
    TokenStore next = databases.open(dataSource(), key).tokenStore();
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch dead = new CountDownLatch(1);
    CompletableFuture<Tokens> update =
        CompletableFuture.supplyAsync(
            () ->
                dying.update(
                    ACCOUNT,
                    before -> {
                      inside.countDown();
                      awaitQuietly(dead);
                      return counted(before);
                    }));
    assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

    // What the server sees of a killed process: its connection ends.
    Sql.texts(
        dataSource(),
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and state = 'idle in transaction'");

    assertThat(next.update(ACCOUNT, PostgresDatabaseIT::counted).refreshToken().value())
        .isEqualTo("1");
    dead.countDown();
    assertThatThrownBy(update::join).hasCauseInstanceOf(StoreException.class);
    assertThat(next.find(ACCOUNT).orElseThrow().refreshToken().value()).isEqualTo("1");
  }

  @Test
  void rowLockedByOthers_isAStoreExceptionWithTheHostsTimeout() throws SQLException {
    PGSimpleDataSource impatient = PostgresServer.dataSource(url);
    impatient.setOptions("-c lock_timeout=200ms");
    OrderStore store = databases.open(impatient, key).orderStore();
    RoutingRecord stored = inserted(store, SampleRecords.order("1").dueAt(NOW));

    try (Connection other = dataSource().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select * from mcf_order for update");
      assertThatThrownBy(() -> store.update(stored))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Nothing was changed");
      other.rollback();
    }
    assertThat(store.update(stored)).isPresent();
  }

  private interface Setting {
    void apply(HikariConfig config);
  }

  private HikariDataSource pool(Setting setting) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(dataSource());
    config.setMaximumPoolSize(4);
    config.setConnectionTimeout(1000);
    setting.apply(config);
    return new HikariDataSource(config);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Tokens counted(Optional<Tokens> before) {
    int count = before.map(found -> Integer.parseInt(found.refreshToken().value())).orElse(0);
    return Tokens.of(new RefreshToken(Integer.toString(count + 1)));
  }
}
