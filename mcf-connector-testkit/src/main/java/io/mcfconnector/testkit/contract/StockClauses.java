// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import static io.mcfconnector.testkit.contract.Records.NOW;
import static io.mcfconnector.testkit.contract.Records.OTHER_SHOP;
import static io.mcfconnector.testkit.contract.Records.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mcfconnector.model.HostReservation;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Reservation;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.OrderStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The clauses about what is withheld from sale, and about figures of stock. */
abstract class StockClauses extends NoticeClauses {

  private static final List<ShopId> SHOPS = List.of(SHOP);

  StockClauses() {}

  @Test
  final void clause8_reservations_areWhatRecordsReserve() {
    Msku board = Msku.of("BOARD");
    Msku mug = Msku.of("MUG");
    RoutingRecord one =
        inserted(Records.order("1").items(List.of(Records.item(board, 2), Records.item(mug, 1))));
    RoutingRecord two =
        inserted(
            Records.order("2").state(RoutingState.READY).items(List.of(Records.item(board, 3))));
    inserted(Records.order("settled").items(List.of(Records.item(board, 7))).reservedUntil(NOW));
    RoutingRecord unsettled =
        inserted(
            Records.order("unsettled")
                .items(List.of(Records.item(mug, 5)))
                .reservedUntil(NOW.plusMillis(1)));
    inserted(Records.order("ended").items(List.of(Records.item(mug, 9))).skip(SkipReason.DIGITAL));
    RoutingRecord theirs =
        inserted(Records.order(OTHER_SHOP, "theirs").items(List.of(Records.item(mug, 11))));

    assertThat(store.reservations(SHOPS, NOW))
        .containsExactlyInAnyOrder(
            reservationOf(one), reservationOf(two), reservationOf(unsettled));
    assertThat(store.reservations(List.of(SHOP, OTHER_SHOP), NOW))
        .contains(reservationOf(theirs))
        .hasSize(4);
  }

  private static Reservation reservationOf(RoutingRecord record) {
    return new Reservation(
        record.orderId(),
        record.shop(),
        record.state(),
        record.receivedAt(),
        record.units(),
        record.reservedUntil());
  }

  @Test
  final void clause8_reservations_followUpdates() {
    Msku board = Msku.of("BOARD");
    RoutingRecord stored = inserted(Records.order("1").items(List.of(Records.item(board, 2))));
    store.update(stored.toBuilder().items(List.of(Records.item(board, 1))).build());

    assertThat(store.reservations(SHOPS, NOW))
        .extracting(Reservation::units)
        .containsExactly(Map.of(board, 1));
  }

  @Test
  final void clause19_figures_areThoseSavedLast() {
    StockFigure some = new StockFigure(7, NOW.plusNanos(1));
    StockFigure none = new StockFigure(0, NOW);

    store.saveFigures("count", Map.of("BOARD", none, "MUG", some));
    store.saveFigures("count", Map.of("BOARD", some));
    store.saveFigures("shown", Map.of("MUG", none));
    store.saveFigures("shown", Map.of());

    assertThat(store.figures("count")).containsOnly(entry("BOARD", some), entry("MUG", some));
    assertThat(store.figures("shown")).containsOnly(entry("MUG", none));
    assertThat(store.figures("never")).isEmpty();
  }

  @Test
  final void clause19_manyThreads_saveWholeSets() throws InterruptedException {
    Race.run(
        number -> {
          StockFigure figure = new StockFigure(number, NOW);
          store.saveFigures("count", Map.of("BOARD", figure, "MUG", figure, "CUP", figure));
          return number;
        });

    assertThat(Set.copyOf(store.figures("count").values())).hasSize(1);
  }

  @Test
  final void clause20_hostReservation_isKeptUntilItIsReleased() {
    HostReservation first = hostReservation("web-1", 2);
    HostReservation second = hostReservation("web-2", 3);

    assertThat(store.reserve(first)).isEqualTo(first);
    assertThat(store.reserve(second)).isEqualTo(second);
    assertThat(store.hostReservations()).containsExactlyInAnyOrder(first, second);
    assertThat(store.release("web-1")).isTrue();
    assertThat(store.release("web-1")).isFalse();
    assertThat(store.release("never")).isFalse();
    assertThat(store.hostReservations()).containsExactly(second);
  }

  @Test
  final void clause20_usedId_reservesNothing() {
    HostReservation first = hostReservation("web-1", 2);
    store.reserve(first);

    assertThat(store.reserve(hostReservation("web-1", 9))).isEqualTo(first);
    store.release("web-1");
    assertThat(store.reserve(hostReservation("web-1", 2))).isEqualTo(first);
    assertThat(store.hostReservations()).isEmpty();
  }

  @Test
  final void clause20_manyThreads_storeOneOfAnId() throws InterruptedException {
    List<HostReservation> stored =
        Race.run(number -> store.reserve(hostReservation("web-1", 1 + number)));

    assertThat(store.hostReservations()).hasSize(1);
    assertThat(Set.copyOf(stored)).containsExactlyElementsOf(store.hostReservations());
  }

  @Test
  final void clause20_afterRestart_figuresAndReservationsAreThere() {
    store.saveFigures("count", Map.of("BOARD", new StockFigure(7, NOW)));
    store.reserve(hostReservation("web-1", 2));

    Optional<OrderStore> reopened = reopen();
    assumeTrue(reopened.isPresent(), "this store keeps nothing over a restart");

    assertThat(reopened.orElseThrow().figures("count")).hasSize(1);
    assertThat(reopened.orElseThrow().hostReservations())
        .containsExactly(hostReservation("web-1", 2));
  }

  static HostReservation hostReservation(String id, int units) {
    return new HostReservation(id, Msku.of("BOARD"), units, NOW);
  }
}
