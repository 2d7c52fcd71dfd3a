// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.HostReservation;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.StockFigure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InMemoryOrderStoreTest {

  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final ShopId SHOP = ShopId.of("7001");
  private static final Set<ShopId> SHOPS = Set.of(SHOP);

  private final InMemoryOrderStore store = new InMemoryOrderStore();

  private static RoutingRecord.Builder record(String id) {
    return RoutingRecord.builder("TTS", SHOP, OrderId.of(id)).receivedAt(NOW).dueAt(NOW);
  }

  @Test
  void insert_secondOfAnId_changesNothing() {
    RoutingRecord first = record("1").build();
    assertThat(store.insert(first)).isTrue();
    assertThat(store.insert(record("1").state(RoutingState.HELD).build())).isFalse();
    assertThat(store.find(OrderId.of("1"))).contains(first);
    assertThat(store.find(OrderId.of("2"))).isEmpty();
  }

  @Test
  void update_staleOrUnknown_changesNothing() {
    RoutingRecord first = record("1").build();
    store.insert(first);
    RoutingRecord second =
        store.update(first.toBuilder().state(RoutingState.HELD).build()).orElseThrow();
    assertThat(second.version()).isEqualTo(first.version() + 1);
    assertThat(store.update(first)).isEmpty();
    assertThat(store.update(record("2").build())).isEmpty();
    assertThat(store.find(OrderId.of("1"))).contains(second);
  }

  @Test
  void update_byManyThreads_oneWins() throws Exception {
    RoutingRecord first = record("1").build();
    store.insert(first);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> updates = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        RoutingRecord mine = first.toBuilder().attempts(i + 1).build();
        updates.add(() -> store.update(mine).isPresent());
      }
      int won = 0;
      for (Future<Boolean> update : threads.invokeAll(updates)) {
        won += update.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void findDue_filtersAndSortsByUrgency() {
    store.insert(due("1", null, NOW.minusSeconds(9)));
    store.insert(due("2", NOW.plusSeconds(90), NOW));
    store.insert(due("3", NOW.plusSeconds(50), NOW));
    store.insert(due("4", null, NOW.minusSeconds(10)));
    store.insert(due("6", null, NOW.minusSeconds(10)));
    store.insert(due("7", null, NOW.plusSeconds(1)));
    store.insert(record("8").state(RoutingState.PLACED).build());
    store.insert(record("9").state(RoutingState.READY).dueAt(null).build());
    assertThat(store.findDue(Duty.PLACE, SHOPS, NOW, 10))
        .extracting(one -> one.orderId().value())
        .containsExactly("3", "2", "4", "6", "1");
    assertThat(store.findDue(Duty.PLACE, SHOPS, NOW, 2)).hasSize(2);
    assertThat(store.findDue(Duty.PLACE, Set.of(ShopId.of("7002")), NOW, 10)).isEmpty();
    assertThat(store.findDue(Duty.SWEEP, SHOPS, NOW, 10)).hasSize(1);
  }

  private static RoutingRecord due(String id, @Nullable Instant shipBy, Instant dueAt) {
    return record(id)
        .state(RoutingState.READY)
        .deadlines(new Deadlines(shipBy, null, null, null))
        .dueAt(dueAt)
        .build();
  }

  @Test
  void findInState_isOldestFirst() {
    store.insert(record("2").receivedAt(NOW.plusSeconds(1)).build());
    store.insert(record("3").build());
    store.insert(record("1").build());
    assertThat(store.findInState(RoutingState.RECEIVED, SHOPS, 10))
        .extracting(one -> one.orderId().value())
        .containsExactly("1", "3", "2");
    assertThat(store.findInState(RoutingState.RECEIVED, SHOPS, 1)).hasSize(1);
  }

  @Test
  void reservations_areThoseThatTheCountDoesNotContain() {
    List<FulfillmentOrderItem> items =
        List.of(new FulfillmentOrderItem("1", Msku.of("M"), List.of(LineItemId.of("L"))));
    store.insert(record("1").items(items).build());
    store.insert(record("2").items(items).state(RoutingState.READY).build());
    store.insert(record("3").items(items).state(RoutingState.CANCELLED).build());
    store.insert(record("4").items(items).state(RoutingState.PLACED).reservedUntil(NOW).build());
    assertThat(store.reservations(SHOPS, NOW)).hasSize(2);
    assertThat(store.reservations(SHOPS, NOW.minusSeconds(1))).hasSize(3);
  }

  @Test
  void release_ofAHostReservation_keepsItsIdUsed() {
    HostReservation mine = new HostReservation("web-1", Msku.of("M"), 2, NOW);
    assertThat(store.release("web-1")).isFalse();
    assertThat(store.reserve(mine)).isEqualTo(mine);
    assertThat(store.hostReservations()).containsExactly(mine);
    assertThat(store.release("web-1")).isTrue();
    assertThat(store.release("web-1")).isFalse();
    assertThat(store.reserve(new HostReservation("web-1", Msku.of("M"), 9, NOW))).isEqualTo(mine);
    assertThat(store.hostReservations()).isEmpty();
  }

  @Test
  void figures_areThoseSavedLast() {
    assertThat(store.figures("count")).isEmpty();
    store.saveFigures("count", Map.of("A", new StockFigure(1, NOW), "B", new StockFigure(2, NOW)));
    store.saveFigures("count", Map.of("A", new StockFigure(3, NOW)));
    assertThat(store.figures("count"))
        .containsOnly(
            Map.entry("A", new StockFigure(3, NOW)), Map.entry("B", new StockFigure(2, NOW)));
  }

  @Test
  void watermark_isWhatWasSavedLast() {
    assertThat(store.watermark("w")).isEmpty();
    store.saveWatermark("w", NOW);
    store.saveWatermark("w", NOW.plusSeconds(1));
    assertThat(store.watermark("w")).contains(NOW.plusSeconds(1));
    assertThat(store.watermark("other")).isEmpty();
  }
}
