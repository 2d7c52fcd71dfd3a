// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.RoutingState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sweep reads: only what changed, what is silent, and now and then all that is recent. */
class SweepTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final FulfillmentOrderId FIRST = FulfillmentOrderId.of("TTS", ID, 1);

  private final RouterFixture fixture = new RouterFixture();

  @BeforeEach
  void place() {
    fixture.place("1001", "A");
    fixture.runAfter(Duration.ofMinutes(5));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void changeListedAgain_isReadOnce() {
    fixture.shipAll(ID, null, PackageStatus.PENDING);
    fixture.runAfter(Duration.ofMinutes(1));
    long read = reads();
    fixture.runAfter(Duration.ofMinutes(1));
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(reads()).isEqualTo(read);
  }

  @Test
  void changeThatIsNotWorthReading_isNotReadAndNotSilent() {
    fixture.network.changesTellNothing();
    fixture.network.status(FIRST, FulfillmentStatus.IN_PROGRESS);
    long read = reads();
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(reads()).isEqualTo(read);
    // The first look by id, ten minutes after placing, is not needed any more.
    assertThat(fixture.record(ID).dueAt())
        .isAfter(fixture.clock.instant().plus(Duration.ofHours(2)));
  }

  @Test
  void silentOrder_isReadByIdWithinFourHours() {
    fixture.runAfter(Duration.ofMinutes(10));
    Instant heard = fixture.clock.instant();
    long read = reads();
    while (reads() == read) {
      fixture.runAfter(Duration.ofMinutes(5));
    }
    assertThat(Duration.between(heard, fixture.clock.instant())).isLessThan(Duration.ofHours(4));
  }

  @Test
  void numberThatMovesNoTimeOfChange_isFoundByTheWideSweep() {
    fixture.network.changesHaveSnapshots();
    fixture.pass(Duration.ofMinutes(30));
    Instant before = fixture.clock.instant().minus(Duration.ofMinutes(30));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.network.changedAt(FIRST, before);
    fixture.pass(Duration.ofMinutes(150));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  private long reads() {
    return fixture.faults.calls("find");
  }
}
