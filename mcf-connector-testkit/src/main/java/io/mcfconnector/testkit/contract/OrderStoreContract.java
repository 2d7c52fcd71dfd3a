// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import static io.mcfconnector.testkit.contract.Records.NOW;
import static io.mcfconnector.testkit.contract.Records.OTHER_SHOP;
import static io.mcfconnector.testkit.contract.Records.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.OrderStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Tests an {@link OrderStore} against each clause of its contract. Subclass it and return a store.
 */
public abstract class OrderStoreContract extends StockClauses {

  private static final List<ShopId> SHOPS = List.of(SHOP);

  /** For subclasses. */
  protected OrderStoreContract() {}

  @Test
  final void clause1_insertOfNewOrder_storesIt() {
    RoutingRecord record = Records.order("1").build();

    assertThat(store.insert(record)).isTrue();
    assertThat(store.find(record.orderId())).contains(record);
  }

  @Test
  final void clause1_insertOfKnownOrder_changesNothing() {
    RoutingRecord first = Records.order("1").build();
    store.insert(first);

    assertThat(store.insert(Records.order(OTHER_SHOP, "1").attempts(5).build())).isFalse();
    assertThat(store.find(first.orderId())).contains(first);
  }

  @Test
  final void clause2_findOfFullRecord_returnsEveryPart() {
    RoutingRecord record = Records.full("1");
    store.insert(record);

    assertThat(store.find(record.orderId())).contains(record);
  }

  @Test
  final void clause2_findOfBareRecord_returnsEveryAbsentPart() {
    RoutingRecord record = Records.order("1").build();
    store.insert(record);

    assertThat(store.find(record.orderId()))
        .hasValueSatisfying(
            found -> {
              assertThat(found).isEqualTo(record);
              assertThat(found.dueAt()).isNull();
              assertThat(found.deadlines()).isEqualTo(Deadlines.NONE);
            });
  }

  @Test
  final void clause2_findOfUnknownOrder_isEmpty() {
    assertThat(store.find(OrderId.of("1"))).isEmpty();
  }

  @Test
  final void clause3_updateOfStoredVersion_storesAndRaisesVersion() {
    RoutingRecord stored = inserted(Records.order("1"));
    RoutingRecord changed = stored.toBuilder().state(RoutingState.HELD).build();

    RoutingRecord saved = store.update(changed).orElseThrow();

    assertThat(saved).isEqualTo(changed.toBuilder().version(stored.version() + 1).build());
    assertThat(store.find(stored.orderId())).contains(saved);
  }

  @Test
  final void clause3_updateOfStaleVersion_changesNothing() {
    RoutingRecord stale = inserted(Records.order("1"));
    RoutingRecord saved = store.update(stale.toBuilder().attempts(1).build()).orElseThrow();

    assertThat(store.update(stale.toBuilder().attempts(2).build())).isEmpty();
    assertThat(store.find(stale.orderId())).contains(saved);
  }

  @Test
  final void clause3_updateOfFutureVersion_changesNothing() {
    RoutingRecord stored = inserted(Records.order("1"));

    assertThat(store.update(stored.toBuilder().version(stored.version() + 1).build())).isEmpty();
    assertThat(store.find(stored.orderId())).contains(stored);
  }

  @Test
  final void clause3_updateOfUnknownOrder_storesNothing() {
    RoutingRecord unknown = Records.order("1").build();

    assertThat(store.update(unknown)).isEmpty();
    assertThat(store.find(unknown.orderId())).isEmpty();
  }

  @Test
  final void clause4_concurrentInserts_haveOneWinner() throws InterruptedException {
    List<Boolean> inserted =
        Race.run(number -> store.insert(Records.order("1").attempts(number).build()));

    assertThat(inserted).containsOnlyOnce(true);
    assertThat(store.find(OrderId.of("1")))
        .hasValueSatisfying(
            record -> assertThat(record.attempts()).isEqualTo(inserted.indexOf(true)));
  }

  @Test
  final void clause4_concurrentUpdates_haveOneWinner() throws InterruptedException {
    RoutingRecord stored = inserted(Records.order("1"));

    List<Boolean> updated =
        Race.run(number -> store.update(stored.toBuilder().attempts(number).build()).isPresent());

    assertThat(updated).containsOnlyOnce(true);
    assertThat(store.find(stored.orderId()))
        .hasValueSatisfying(
            record -> {
              assertThat(record.attempts()).isEqualTo(updated.indexOf(true));
              assertThat(record.version()).isEqualTo(stored.version() + 1);
            });
  }

  @Test
  final void clause5_afterRestart_everythingIsThere() {
    RoutingRecord updated = store.update(inserted(Records.order("1").dueAt(NOW))).orElseThrow();
    RoutingRecord full = inserted(Records.full("2").toBuilder());
    store.saveWatermark("sweep", NOW);

    Optional<OrderStore> reopened = reopen();
    assumeTrue(reopened.isPresent(), "this store keeps nothing over a restart");
    OrderStore later = reopened.orElseThrow();

    assertThat(later.find(updated.orderId())).contains(updated);
    assertThat(later.find(full.orderId())).contains(full);
    assertThat(later.findDue(Duty.INTAKE, SHOPS, NOW, 10)).containsExactly(updated);
    assertThat(later.watermark("sweep")).contains(NOW);
    assertThat(later.insert(Records.order("1").build())).isFalse();
    assertThat(later.update(updated)).isPresent();
  }

  @Test
  final void clause6_findDue_returnsWhatIsDueByThen() {
    inserted(Records.order("no-time"));
    inserted(Records.due("later", NOW.plusMillis(1)));
    RoutingRecord now = inserted(Records.due("now", NOW));
    RoutingRecord past = inserted(Records.due("past", NOW.minusSeconds(1)));

    assertThat(store.findDue(Duty.INTAKE, SHOPS, NOW, 10)).containsExactly(past, now);
  }

  @Test
  final void clause6_findDue_returnsOnlyRecordsOfTheDuty() {
    RoutingRecord received = inserted(Records.due("received", NOW));
    RoutingRecord held = inserted(Records.due("xheld", NOW).state(RoutingState.HELD));
    RoutingRecord ready = inserted(Records.due("ready", NOW).state(RoutingState.READY));
    RoutingRecord placed = inserted(Records.due("placed", NOW).state(RoutingState.PLACED));
    RoutingRecord tracked =
        inserted(
            Records.due("tracked", NOW)
                .state(RoutingState.PLACED)
                .packages(List.of(Records.unconfirmed())));
    inserted(Records.order("skipped").skip(SkipReason.DIGITAL).dueAt(NOW));

    assertThat(store.findDue(Duty.INTAKE, SHOPS, NOW, 10)).containsExactly(received, held);
    assertThat(store.findDue(Duty.PLACE, SHOPS, NOW, 10)).containsExactly(ready);
    assertThat(store.findDue(Duty.SWEEP, SHOPS, NOW, 10)).containsExactly(placed);
    assertThat(store.findDue(Duty.CONFIRM, SHOPS, NOW, 10)).containsExactly(tracked);
    assertThat(store.findDue(Duty.STOCK, SHOPS, NOW, 10)).isEmpty();
  }

  @Test
  final void clause6_findDue_followsUpdates() {
    RoutingRecord stored = inserted(Records.due("1", NOW));
    store.update(stored.toBuilder().state(RoutingState.READY).build());

    assertThat(store.findDue(Duty.INTAKE, SHOPS, NOW, 10)).isEmpty();
    assertThat(store.findDue(Duty.PLACE, SHOPS, NOW, 10)).hasSize(1);
  }

  @Test
  final void clause6_findDue_returnsOnlyRecordsOfTheShops() {
    RoutingRecord ours = inserted(Records.order(SHOP, "ours").dueAt(NOW));
    RoutingRecord theirs = inserted(Records.order(OTHER_SHOP, "theirs").dueAt(NOW));

    assertThat(store.findDue(Duty.INTAKE, List.of(OTHER_SHOP), NOW, 10)).containsExactly(theirs);
    assertThat(store.findDue(Duty.INTAKE, List.of(SHOP, OTHER_SHOP), NOW, 10))
        .containsExactly(ours, theirs);
    assertThat(store.findDue(Duty.INTAKE, List.of(), NOW, 10)).isEmpty();
  }

  @Test
  final void clause6_findDue_ordersByDeadlineThenDueTimeThenOrderId() {
    Instant soon = NOW.plusSeconds(3600);
    Instant earlier = NOW.minusSeconds(60);
    RoutingRecord noDeadline = inserted(Records.due("a", earlier));
    RoutingRecord late = inserted(Records.due("b", earlier).deadlines(shipBy(soon, 60)));
    RoutingRecord idLast = inserted(Records.due("d", NOW).deadlines(shipBy(soon, 0)));
    RoutingRecord idFirst = inserted(Records.due("c", NOW).deadlines(shipBy(soon, 0)));
    RoutingRecord dueFirst = inserted(Records.due("e", earlier).deadlines(shipBy(soon, 0)));
    RoutingRecord cancelledFirst =
        inserted(
            Records.due("f", NOW)
                .deadlines(new Deadlines(soon.plusSeconds(9), null, soon.minusSeconds(9), null)));

    assertThat(store.findDue(Duty.INTAKE, SHOPS, NOW, 10))
        .containsExactly(cancelledFirst, dueFirst, idFirst, idLast, late, noDeadline);
    assertThat(store.findDue(Duty.INTAKE, SHOPS, NOW, 2)).containsExactly(cancelledFirst, dueFirst);
  }

  @Test
  final void clause7_findInState_returnsOldestFirst() {
    RoutingRecord young = inserted(Records.order("1").receivedAt(NOW.plusSeconds(5)));
    RoutingRecord old = inserted(Records.order("2").receivedAt(NOW));
    RoutingRecord theirs = inserted(Records.order(OTHER_SHOP, "3"));
    inserted(Records.order("4").state(RoutingState.READY));

    assertThat(store.findInState(RoutingState.RECEIVED, SHOPS, 10)).containsExactly(old, young);
    assertThat(store.findInState(RoutingState.RECEIVED, SHOPS, 1)).containsExactly(old);
    assertThat(store.findInState(RoutingState.RECEIVED, List.of(OTHER_SHOP), 10))
        .containsExactly(theirs);
  }

  @Test
  final void clause7_findInStateAfter_pagesThroughAllOfAShop() {
    List<RoutingRecord> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      // Some share their time, so that the order id has to tell them apart.
      all.add(inserted(Records.order("3" + i).receivedAt(NOW.plusSeconds(i / 3))));
    }
    inserted(Records.order("4").state(RoutingState.READY));
    inserted(Records.order(OTHER_SHOP, "5"));

    List<RoutingRecord> paged = new ArrayList<>();
    List<RoutingRecord> page = store.findInState(RoutingState.RECEIVED, SHOP, null, 2);
    while (!page.isEmpty()) {
      paged.addAll(page);
      RoutingRecord last = page.get(page.size() - 1);
      // What leaves the state hides nothing that stays.
      assertThat(store.update(last.toBuilder().state(RoutingState.HELD).build())).isPresent();
      page = store.findInState(RoutingState.RECEIVED, SHOP, last, 2);
    }

    assertThat(paged).containsExactlyElementsOf(all);
  }

  @Test
  final void clause9_watermark_isTheOneSavedLast() {
    store.saveWatermark("intake", NOW);
    store.saveWatermark("sweep", NOW.plusSeconds(1));
    store.saveWatermark("sweep", NOW.minusSeconds(1));

    assertThat(store.watermark("intake")).contains(NOW);
    assertThat(store.watermark("sweep")).contains(NOW.minusSeconds(1));
    assertThat(store.watermark("never")).isEmpty();
  }

  @Test
  final void clause10_manyThreads_loseNothing() throws InterruptedException {
    RoutingRecord shared = inserted(Records.order("shared"));

    Race.run(
        number -> {
          store.insert(Records.due("own-" + number, NOW).build());
          store.saveWatermark("own-" + number, NOW);
          increment(shared.orderId());
          return number;
        });

    assertThat(store.findDue(Duty.INTAKE, SHOPS, NOW, 100)).hasSize(Race.THREADS);
    assertThat(store.find(shared.orderId()))
        .hasValueSatisfying(record -> assertThat(record.attempts()).isEqualTo(Race.THREADS));
  }

  @Test
  final void clause10_storeThatCannotWork_throwsStoreException() {
    Optional<OrderStore> broken = broken();
    assumeTrue(broken.isPresent(), "this store can always do its work");
    OrderStore failing = broken.orElseThrow();
    RoutingRecord record = Records.order("1").build();

    assertThatThrownBy(() -> failing.insert(record)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.find(record.orderId())).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.update(record)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.update(record, Records.destination(), NOW))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.destination(record.orderId()))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.erase(record.orderId())).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.eraseExpired(NOW)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.findDue(Duty.INTAKE, SHOPS, NOW, 1))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.findInState(RoutingState.HELD, SHOPS, 1))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.findInState(RoutingState.HELD, SHOP, null, 1))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.countUrgent(SHOPS, NOW)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.reservations(SHOPS, NOW)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.figures("count")).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.saveFigures("count", Map.of("A", new StockFigure(1, NOW))))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.reserve(hostReservation("web-1", 1)))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.release("web-1")).isInstanceOf(StoreException.class);
    assertThatThrownBy(failing::hostReservations).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.watermark("sweep")).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.saveWatermark("sweep", NOW))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.tally("parcels", "1", 1)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.tallied("parcels")).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.entries("parcels")).isInstanceOf(StoreException.class);
  }

  @Test
  final void clause14_tally_countsEachEntryOnce() {
    assertThat(store.tallied("parcels")).isZero();

    assertThat(store.tally("parcels", "1", 10)).isTrue();
    assertThat(store.tally("parcels", "2", 10)).isTrue();
    assertThat(store.tally("parcels", "1", 10)).isTrue();
    assertThat(store.tally("letters", "1", 10)).isTrue();

    assertThat(store.tallied("parcels")).isEqualTo(2);
    assertThat(store.tallied("letters")).isEqualTo(1);
  }

  @Test
  final void clause14_entries_areThoseOfTheTallyAndNoOther() {
    assertThat(store.entries("parcels")).isEmpty();

    store.tally("parcels", "1", 10);
    store.tally("parcels", "2", 10);
    store.tally("letters", "3", 10);

    assertThat(store.entries("parcels")).containsExactlyInAnyOrder("1", "2");
    assertThat(store.entries("letters")).containsExactly("3");
  }

  @Test
  final void clause14_tallyThatIsFull_takesNoOther() {
    assertThat(store.tally("parcels", "1", 1)).isTrue();

    assertThat(store.tally("parcels", "2", 1)).isFalse();
    assertThat(store.tally("parcels", "1", 1)).isTrue();
    assertThat(store.tallied("parcels")).isEqualTo(1);
    assertThat(store.tally("parcels", "2", 2)).isTrue();
  }

  @Test
  final void clause14_manyThreads_addNoMoreThanTheLimit() throws InterruptedException {
    List<Boolean> added = Race.run(number -> store.tally("parcels", "own-" + number, 4));
    List<Boolean> shared = Race.run(number -> store.tally("letters", "shared", 4));

    assertThat(added).filteredOn(Boolean::booleanValue).hasSize(4);
    assertThat(store.tallied("parcels")).isEqualTo(4);
    assertThat(shared).containsOnly(true);
    assertThat(store.tallied("letters")).isEqualTo(1);
  }

  @Test
  final void clause14_afterRestart_tallyIsThere() {
    store.tally("parcels", "1", 10);

    Optional<OrderStore> reopened = reopen();
    assumeTrue(reopened.isPresent(), "this store keeps nothing over a restart");

    assertThat(reopened.orElseThrow().tallied("parcels")).isEqualTo(1);
    assertThat(reopened.orElseThrow().tally("parcels", "1", 1)).isTrue();
  }

  @Test
  final void clause18_countUrgent_countsUnshippedOrdersWithADeadline() {
    inserted(Records.order("no clock"));
    inserted(Records.order("later").deadlines(shipBy(NOW, 1)));
    inserted(Records.order(OTHER_SHOP, "theirs").deadlines(Records.shipBy(NOW)));
    inserted(Records.order("collected").deadlines(new Deadlines(null, NOW, null, null)));

    assertThat(store.countUrgent(SHOPS, NOW)).isEqualTo(1);
    assertThat(store.countUrgent(List.of(SHOP, OTHER_SHOP), NOW)).isEqualTo(2);
    assertThat(store.countUrgent(SHOPS, NOW.plusSeconds(1))).isEqualTo(2);
    assertThat(store.countUrgent(SHOPS, NOW.minusMillis(1))).isZero();
    assertThat(store.countUrgent(List.of(), NOW)).isZero();
  }

  @Test
  final void clause18_countUrgent_ofAnyState_countsThoseThatAreUnshipped() {
    int unshipped = 0;
    for (RoutingState state : RoutingState.values()) {
      if (state != RoutingState.REVIEW && state != RoutingState.SKIPPED) {
        inserted(Records.order(state.name()).state(state).deadlines(Records.shipBy(NOW)));
        unshipped += state.isUnshipped() ? 1 : 0;
      }
    }
    inserted(Records.order("skipped").skip(SkipReason.DIGITAL).deadlines(Records.shipBy(NOW)));

    assertThat(store.countUrgent(SHOPS, NOW)).isEqualTo(unshipped);
  }

  @Test
  final void clause18_countUrgent_followsUpdates() {
    RoutingRecord stored = inserted(Records.order("1").deadlines(Records.shipBy(NOW)));
    store.update(stored.toBuilder().state(RoutingState.SHIPPED).build());

    assertThat(store.countUrgent(SHOPS, NOW)).isZero();
  }

  private void increment(OrderId orderId) {
    boolean saved = false;
    while (!saved) {
      RoutingRecord read = store.find(orderId).orElseThrow();
      saved = store.update(read.toBuilder().attempts(read.attempts() + 1).build()).isPresent();
    }
  }

  private static Deadlines shipBy(Instant time, long secondsLater) {
    return Records.shipBy(time.plusSeconds(secondsLater));
  }
}
