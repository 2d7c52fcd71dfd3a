// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static io.mcfconnector.jdbc.SampleRecords.NOW;
import static io.mcfconnector.jdbc.SampleRecords.SHOP;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Reservation;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.TokenStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both databases do beyond the contracts of the stores. */
abstract class JdbcDatabaseBehavior {

  private static final AccountId ACCOUNT = AccountId.of("tiktok:7496100000000000777");
  private static final Instant LATER = NOW.plusSeconds(3600);

  final OpenDatabases databases = new OpenDatabases();
  final DataKey key = DataKey.generate();

  /** Returns connections to the one database of this test. */
  abstract DataSource dataSource();

  /** Returns what somebody can read who has the database's files or its dump. */
  abstract byte[] written();

  @BeforeEach
  void migrate() {
    JdbcDatabase.migrate(dataSource());
  }

  @AfterEach
  void closeDatabases() {
    databases.close();
  }

  @Test
  void open_withWrongKey_namesTheKeyInUse() {
    placing(databases.open(dataSource(), key).orderStore(), "1");
    databases.close();
    DataKey other = DataKey.generate();

    assertThatThrownBy(() -> databases.open(dataSource(), other))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("data key is wrong", key.id(), other.id());
    // Refused, not taken up: the right key still opens what is there.
    assertThat(databases.open(dataSource(), key).orderStore().destination(OrderId.of("1")))
        .contains(SampleRecords.destination());
  }

  @Test
  void open_withWrongKeyOverTokens_namesTheKeyInUse() {
    databases.open(dataSource(), key).tokenStore().update(ACCOUNT, before -> tokens());
    databases.close();

    assertThatThrownBy(() -> databases.open(dataSource(), DataKey.generate()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(key.id());
  }

  @Test
  void open_withOtherKeyWhenNothingIsSealed_takesIt() {
    databases.open(dataSource(), key);
    databases.close();
    DataKey other = DataKey.generate();

    RoutingRecord placing = placing(databases.open(dataSource(), other).orderStore(), "1");

    databases.close();
    assertThat(databases.open(dataSource(), other, key).orderStore().destination(placing.orderId()))
        .isPresent();
  }

  @Test
  void open_withKeyServiceThatLies_isRefused() {
    databases.open(dataSource(), key);
    databases.close();
    DataCipher honest = DataCipher.aesGcm(DataKey.generate());
    DataCipher lying =
        new DataCipher() {
          @Override
          public Sealed seal(byte[] plain, byte[] context) {
            return new Sealed(key.id(), honest.seal(plain, context).text());
          }

          @Override
          public byte[] open(Sealed sealed, byte[] context) {
            return new byte[0];
          }
        };

    assertThatThrownBy(() -> JdbcDatabase.open(dataSource(), lying))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(key.id());
  }

  @Test
  void reseal_afterKeyChange_letsGoOfTheFormerKey() {
    JdbcDatabase before = databases.open(dataSource(), key);
    placing(before.orderStore(), "1");
    placing(before.orderStore(), "2");
    before.tokenStore().update(ACCOUNT, ignored -> tokens());
    databases.close();
    DataKey next = DataKey.generate();
    JdbcDatabase both = databases.open(dataSource(), next, key);
    placing(both.orderStore(), "3");

    assertThat(both.reseal()).isEqualTo(3);

    assertThat(both.reseal()).isZero();
    databases.close();
    JdbcDatabase after = databases.open(dataSource(), next);
    for (String id : List.of("1", "2", "3")) {
      assertThat(after.orderStore().destination(OrderId.of(id)))
          .contains(SampleRecords.destination());
    }
    assertThat(after.tokenStore().find(ACCOUNT)).contains(tokens());
  }

  @Test
  void sealedText_inAnotherRow_doesNotOpen() throws SQLException {
    OrderStore store = databases.open(dataSource(), key).orderStore();
    placing(store, "1");
    placing(store, "2");

    Sql.execute(
        dataSource(),
        "update mcf_destination set sealed ="
            + " (select sealed from mcf_destination where order_id = '2') where order_id = '1'");

    assertThatThrownBy(() -> store.destination(OrderId.of("1")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(key.id());
    assertThat(store.destination(OrderId.of("2"))).isPresent();
  }

  @Test
  void wholeLife_writesNoReadableBuyerDataOrToken() {
    JdbcDatabase database = databases.open(dataSource(), key);
    RoutingRecord placing = placing(database.orderStore(), "1");
    database.tokenStore().update(ACCOUNT, before -> tokens());
    assertUnreadable();

    database.orderStore().update(placing.toBuilder().state(RoutingState.PLACED).build());
    placing(database.orderStore(), "2");
    database.orderStore().erase(OrderId.of("2"));
    database.reseal();
    assertUnreadable();

    databases.close();
    assertUnreadable();
  }

  private void assertUnreadable() {
    Address buyer = SampleRecords.destination();
    assertThat(new String(written(), ISO_8859_1))
        .contains("mcf_order", SHOP.value())
        .doesNotContain(
            buyer.name(),
            "Ashgrove",
            buyer.line1(),
            "Larkspur",
            buyer.line2(),
            buyer.city(),
            buyer.postalCode(),
            buyer.phone(),
            "5035550148",
            "access-token-of-test",
            "refresh-token-of-test");
  }

  @Test
  void newerFormat_inARow_isRefusedAndLeftAlone() throws SQLException {
    OrderStore store = databases.open(dataSource(), key).orderStore();
    RoutingRecord newer = inserted(store, SampleRecords.order("newer").items(items(3)));
    RoutingRecord ours = inserted(store, SampleRecords.order("ours").items(items(1)));
    Sql.execute(
        dataSource(),
        "update mcf_order set format = 99, body = 'of the future' where order_id = 'newer'");

    assertThatThrownBy(() -> store.find(newer.orderId()))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("newer", "99", "connector");
    assertThatThrownBy(() -> store.update(newer))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("format 99");
    assertThatThrownBy(() -> store.update(SampleRecords.placing(newer), buyer(), LATER))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("format 99");
    assertThatThrownBy(() -> store.findInState(RoutingState.RECEIVED, List.of(SHOP), 10))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("format 99");
    assertThat(store.insert(newer)).isFalse();
    assertThat(store.findDue(Duty.INTAKE, List.of(SHOP), NOW, 10)).containsExactly(ours);
    assertThat(store.reservations(List.of(SHOP), NOW))
        .extracting(Reservation::units)
        .contains(Map.of(Msku.of("MUG"), 3));
    assertThat(Sql.texts(dataSource(), "select body from mcf_order where order_id = 'newer'"))
        .containsExactly("of the future");
  }

  @Test
  void open_overRecordsOfNewerFormat_isRefused() throws SQLException {
    inserted(databases.open(dataSource(), key).orderStore(), SampleRecords.order("newer"));
    databases.close();
    Sql.execute(dataSource(), "update mcf_order set format = 2");

    assertThatThrownBy(() -> databases.open(dataSource(), key))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("newer", "format 2", "format 1");
  }

  @Test
  void damagedRow_isRefusedByName() throws SQLException {
    OrderStore store = databases.open(dataSource(), key).orderStore();
    inserted(store, SampleRecords.order("damaged").items(items(1)));
    Sql.execute(dataSource(), "update mcf_order set body = '{}', reserved = '{\"MUG\":\"x\"}'");

    assertThatThrownBy(() -> store.find(OrderId.of("damaged")))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("damaged", "$.channel");
    assertThatThrownBy(() -> store.reservations(List.of(SHOP), NOW))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("damaged", "$.MUG");
  }

  @Test
  void openForReading_besideARouter_readsOnly() {
    JdbcDatabase routing = databases.open(dataSource(), key);
    RoutingRecord placing = placing(routing.orderStore(), "1");
    routing.tokenStore().update(ACCOUNT, before -> tokens());

    try (JdbcDatabase reading = JdbcDatabase.openForReading(dataSource())) {
      OrderStore store = reading.orderStore();
      TokenStore credentials = reading.tokenStore();
      assertThat(store.find(placing.orderId())).contains(placing);
      assertThat(store.findInState(RoutingState.PLACING, List.of(SHOP), 10)).hasSize(1);
      List.<Runnable>of(
              () -> store.update(placing),
              () -> store.insert(SampleRecords.order("2").build()),
              () -> store.update(placing, buyer(), LATER),
              () -> store.erase(placing.orderId()),
              () -> store.eraseExpired(LATER),
              () -> store.saveWatermark("sweep", NOW),
              () -> store.destination(placing.orderId()),
              () -> credentials.find(ACCOUNT),
              () -> credentials.update(ACCOUNT, before -> tokens()),
              reading::reseal)
          .forEach(
              refused ->
                  assertThatThrownBy(refused::run)
                      .isInstanceOf(StoreException.class)
                      .hasMessageContaining("for reading only"));
      RoutingRecord changed = routing.orderStore().update(placing).orElseThrow();
      assertThat(store.find(placing.orderId())).contains(changed);
    }
    assertThat(routing.orderStore().find(placing.orderId())).isPresent();
  }

  @Test
  void openForReading_withTheKey_opensWhatIsSealedAndStillReadsOnly() {
    JdbcDatabase routing = databases.open(dataSource(), key);
    RoutingRecord placing = placing(routing.orderStore(), "1");
    routing.tokenStore().update(ACCOUNT, before -> tokens());

    try (JdbcDatabase reading = JdbcDatabase.openForReading(dataSource(), DataCipher.aesGcm(key))) {
      assertThat(reading.orderStore().destination(placing.orderId())).contains(buyer());
      assertThat(reading.tokenStore().find(ACCOUNT)).contains(tokens());
      assertThatThrownBy(() -> reading.tokenStore().update(ACCOUNT, before -> tokens()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("for reading only");
    }
    try (JdbcDatabase reading =
        JdbcDatabase.openForReading(dataSource(), DataCipher.aesGcm(DataKey.generate()))) {
      assertThatThrownBy(() -> reading.tokenStore().find(ACCOUNT))
          .isInstanceOf(StoreException.class);
    }
  }

  @Test
  void closedDatabase_refusesWork() {
    JdbcDatabase database = databases.open(dataSource(), key);
    database.close();
    database.close();

    assertThatThrownBy(() -> database.orderStore().find(OrderId.of("1")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> database.orderStore().saveWatermark("sweep", NOW))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void commitThatFails_isNotTakenForDone() {
    BreakableDataSource breakable = new BreakableDataSource(dataSource());
    OrderStore store = databases.open(breakable, key).orderStore();
    RoutingRecord stored = inserted(store, SampleRecords.order("1"));

    breakable.breakCommits(false);
    assertThatThrownBy(() -> store.update(stored))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("save order 1", "may have done it or not");
    breakable.repair();

    assertThat(store.find(stored.orderId())).contains(stored);
    assertThat(store.update(stored)).isPresent();
  }

  @Test
  void commitWhoseAnswerIsLost_isThereForTheNextReader() {
    BreakableDataSource breakable = new BreakableDataSource(dataSource());
    OrderStore store = databases.open(breakable, key).orderStore();
    RoutingRecord stored = inserted(store, SampleRecords.order("1"));

    breakable.breakCommits(true);
    assertThatThrownBy(() -> store.update(stored)).isInstanceOf(StoreException.class);
    breakable.repair();

    RoutingRecord read = store.find(stored.orderId()).orElseThrow();
    assertThat(read.version()).isEqualTo(stored.version() + 1);
    assertThat(store.update(read)).isPresent();
    assertThat(store.update(stored)).isEmpty();
  }

  @Test
  void interruptedCaller_learnsTheTruthAndStaysInterrupted() {
    OrderStore store = databases.open(dataSource(), key).orderStore();
    RoutingRecord stored = inserted(store, SampleRecords.order("1"));

    Thread.currentThread().interrupt();
    boolean saved = store.update(stored).isPresent();
    boolean interrupted = Thread.interrupted();

    assertThat(saved).isTrue();
    assertThat(interrupted).isTrue();
    assertThat(store.find(stored.orderId()).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void timesWithNanoseconds_areNeverEarly() {
    OrderStore store = databases.open(dataSource(), key).orderStore();
    Instant odd = NOW.plusNanos(1);
    RoutingRecord record = inserted(store, SampleRecords.order("1").dueAt(odd));

    assertThat(store.findDue(Duty.INTAKE, List.of(SHOP), NOW, 10)).isEmpty();
    assertThat(store.findDue(Duty.INTAKE, List.of(SHOP), NOW.plusNanos(1000), 10))
        .containsExactly(record);
    store.saveWatermark("odd", odd);
    assertThat(store.watermark("odd")).contains(odd);
  }

  @Test
  void farthestTimes_areKept() {
    OrderStore store = databases.open(dataSource(), key).orderStore();
    RoutingRecord record =
        inserted(
            store,
            SampleRecords.order("1").dueAt(Instant.MAX).items(items(1)).receivedAt(Instant.MIN));

    assertThat(store.find(record.orderId())).contains(record);
    assertThat(store.findDue(Duty.INTAKE, List.of(SHOP), NOW, 10)).isEmpty();
    assertThat(store.reservations(List.of(SHOP), LATER)).hasSize(1);
  }

  /** Returns the statement of docs/store.md that deletes what ended more than 90 days ago. */
  abstract String retention();

  @Test
  void retention_asDocumented_deletesOldFinishedOrdersOnly() throws SQLException {
    OrderStore store = databases.open(dataSource(), key).orderStore();
    Instant now = Instant.now();
    Instant old = now.minus(Duration.ofDays(91));
    inserted(store, SampleRecords.order("done").state(RoutingState.DELIVERED).receivedAt(old));
    inserted(store, SampleRecords.order("open").state(RoutingState.SHIPPED).receivedAt(old));
    inserted(store, SampleRecords.order("young").state(RoutingState.DELIVERED).receivedAt(now));

    Sql.execute(dataSource(), retention());

    assertThat(Sql.texts(dataSource(), "select order_id from mcf_order order by order_id"))
        .containsExactly("open", "young");
  }

  @Test
  void destinationErasedBefore_recordStillGoesOn() {
    OrderStore store = databases.open(dataSource(), key).orderStore();
    RoutingRecord placing = placing(store, "1");
    store.erase(placing.orderId());

    RoutingRecord placed =
        store.update(placing.toBuilder().state(RoutingState.PLACED).build()).orElseThrow();

    assertThat(store.update(placed)).isPresent();
    assertThat(store.destination(placing.orderId())).isEmpty();
  }

  @Test
  void tokenUpdates_ofManyThreads_runOneAtATime() throws InterruptedException {
    TokenStore store = databases.open(dataSource(), key).tokenStore();

    Together.run(8, number -> store.update(ACCOUNT, JdbcDatabaseBehavior::counted));

    assertThat(store.find(ACCOUNT).orElseThrow().refreshToken().value()).isEqualTo("8");
  }

  @Test
  void otherWork_duringATokenUpdate_doesNotWait() {
    JdbcDatabase database = databases.open(dataSource(), key);

    database
        .tokenStore()
        .update(
            ACCOUNT,
            before -> {
              CompletableFuture<Boolean> other =
                  CompletableFuture.supplyAsync(
                      () -> database.orderStore().insert(SampleRecords.order("1").build()));
              assertThat(other.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
              return tokens();
            });

    assertThat(database.tokenStore().find(ACCOUNT)).contains(tokens());
  }

  static RoutingRecord inserted(OrderStore store, RoutingRecord.Builder builder) {
    RoutingRecord record = builder.build();
    assertThat(store.insert(record)).isTrue();
    return record;
  }

  static RoutingRecord placing(OrderStore store, String id) {
    RoutingRecord stored = inserted(store, SampleRecords.order(id));
    return store.update(SampleRecords.placing(stored), buyer(), LATER).orElseThrow();
  }

  private static Address buyer() {
    return SampleRecords.destination();
  }

  private static List<FulfillmentOrderItem> items(int units) {
    return List.of(
        new FulfillmentOrderItem(
            "item-1", Msku.of("MUG"), Collections.nCopies(units, LineItemId.of("unit-1"))));
  }

  private static Tokens tokens() {
    return new Tokens(
        new AccessToken("access-token-of-test"),
        NOW,
        new RefreshToken("refresh-token-of-test"),
        null);
  }

  private static Tokens counted(Optional<Tokens> before) {
    int count = before.map(found -> Integer.parseInt(found.refreshToken().value())).orElse(0);
    return Tokens.of(new RefreshToken(Integer.toString(count + 1)));
  }
}
