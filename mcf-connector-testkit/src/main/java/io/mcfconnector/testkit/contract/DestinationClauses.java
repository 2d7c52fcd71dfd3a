// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import static io.mcfconnector.testkit.contract.Records.NOW;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.OrderStore;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clauses about destinations, and the store that every clause is tested with. */
abstract class DestinationClauses {

  private static final Instant LATER = NOW.plusSeconds(3600);

  OrderStore store;

  @SuppressWarnings("NullAway.Init") // Each test opens its store first.
  DestinationClauses() {}

  /** Returns a new, empty store. */
  protected abstract OrderStore open();

  /**
   * Returns a store on what the store opened last has kept, as a process has it that starts after a
   * crash; empty when the implementation keeps nothing.
   */
  protected Optional<OrderStore> reopen() {
    return Optional.empty();
  }

  /** Returns a store that cannot do its work; empty when the implementation always can. */
  protected Optional<OrderStore> broken() {
    return Optional.empty();
  }

  /**
   * Returns every byte that the store opened last has written to disk; empty when the
   * implementation keeps nothing.
   */
  protected Optional<byte[]> written() {
    return Optional.empty();
  }

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @Test
  final void clause11_updateWithDestination_keepsBoth() {
    RoutingRecord stored = inserted(Records.order("1"));
    RoutingRecord placing = Records.placing(stored);

    RoutingRecord saved = store.update(placing, Records.destination(), LATER).orElseThrow();

    assertThat(saved).isEqualTo(placing.toBuilder().version(stored.version() + 1).build());
    assertThat(store.find(stored.orderId())).contains(saved);
    assertThat(store.destination(stored.orderId())).contains(Records.destination());
  }

  @Test
  final void clause11_updateWithDestinationOfStaleVersion_keepsNeither() {
    RoutingRecord stale = inserted(Records.order("1"));
    RoutingRecord saved = store.update(stale.toBuilder().attempts(1).build()).orElseThrow();

    assertThat(store.update(Records.placing(stale), Records.destination(), LATER)).isEmpty();
    assertThat(store.find(stale.orderId())).contains(saved);
    assertThat(store.destination(stale.orderId())).isEmpty();
  }

  @Test
  final void clause11_laterDestination_replacesTheEarlier() {
    RoutingRecord placing = placing("1");
    Address moved = Records.destination().toBuilder().line1("9 Heron Way").build();

    assertThat(store.update(placing, moved, LATER)).isPresent();

    assertThat(store.destination(placing.orderId())).contains(moved);
  }

  @Test
  final void clause11_recordThatMayBeRepeated_keepsItsDestination() {
    RoutingRecord placing = placing("1");

    RoutingRecord again =
        store.update(placing.toBuilder().state(RoutingState.READY).build()).orElseThrow();

    assertThat(store.destination(again.orderId())).contains(Records.destination());
  }

  @Test
  final void clause11_recordThatIsPlaced_dropsItsDestination() {
    RoutingRecord placing = placing("1");

    assertThat(store.update(placing.toBuilder().state(RoutingState.PLACED).build())).isPresent();

    assertThat(store.destination(placing.orderId())).isEmpty();
  }

  @Test
  final void clause11_recordWithCorrection_keepsItUntilPlaced() {
    RoutingRecord corrected =
        inserted(Records.order("1")).toBuilder()
            .correctedFrom(new AddressFingerprint("00112233"))
            .build();
    RoutingRecord saved = store.update(corrected, Records.destination(), LATER).orElseThrow();

    RoutingRecord ready =
        store.update(saved.toBuilder().state(RoutingState.READY).build()).orElseThrow();
    assertThat(store.destination(ready.orderId())).contains(Records.destination());

    assertThat(store.update(ready.toBuilder().state(RoutingState.PLACED).build())).isPresent();
    assertThat(store.destination(ready.orderId())).isEmpty();
  }

  @Test
  final void clause11_recordThatNeedsNone_takesNone() {
    RoutingRecord stored = inserted(Records.order("1"));

    assertThat(store.update(stored, Records.destination(), LATER)).isPresent();

    assertThat(store.destination(stored.orderId())).isEmpty();
  }

  @Test
  final void clause11_afterRestart_destinationIsThere() {
    RoutingRecord placing = placing("1");

    Optional<OrderStore> reopened = reopen();
    assumeTrue(reopened.isPresent(), "this store keeps nothing over a restart");

    assertThat(reopened.orElseThrow().destination(placing.orderId()))
        .contains(Records.destination());
  }

  @Test
  final void clause12_erase_deletesTheDestinationAndLeavesTheRecord() {
    RoutingRecord placing = placing("1");
    RoutingRecord other = placing("2");

    assertThat(store.erase(placing.orderId())).isTrue();

    assertThat(store.destination(placing.orderId())).isEmpty();
    assertThat(store.find(placing.orderId())).contains(placing);
    assertThat(store.destination(other.orderId())).isPresent();
    assertThat(store.erase(placing.orderId())).isFalse();
    assertThat(store.erase(OrderId.of("unknown"))).isFalse();
  }

  @Test
  final void clause12_eraseExpired_deletesWhatIsOver() {
    RoutingRecord over = placing("over", NOW);
    RoutingRecord open = placing("open", NOW.plusMillis(1));

    assertThat(store.eraseExpired(NOW)).isEqualTo(1);

    assertThat(store.destination(over.orderId())).isEmpty();
    assertThat(store.destination(open.orderId())).isPresent();
    assertThat(store.find(over.orderId())).contains(over);
    assertThat(store.eraseExpired(NOW)).isZero();
  }

  @Test
  final void clause13_durableStore_writesNoReadableDestination() {
    placing("1");

    Optional<byte[]> written = written();
    assumeTrue(written.isPresent(), "this store writes nothing");

    Address destination = Records.destination();
    assertThat(new String(written.orElseThrow(), ISO_8859_1))
        .isNotEmpty()
        .doesNotContain(destination.name())
        .doesNotContain(destination.line1())
        .doesNotContain(destination.line2())
        .doesNotContain(destination.city())
        .doesNotContain(destination.phone());
  }

  private RoutingRecord placing(String id) {
    return placing(id, LATER);
  }

  private RoutingRecord placing(String id, Instant keptUntil) {
    RoutingRecord placing = Records.placing(inserted(Records.order(id)));
    return store.update(placing, Records.destination(), keptUntil).orElseThrow();
  }

  final RoutingRecord inserted(RoutingRecord.Builder builder) {
    RoutingRecord record = builder.build();
    store.insert(record);
    return record;
  }
}
