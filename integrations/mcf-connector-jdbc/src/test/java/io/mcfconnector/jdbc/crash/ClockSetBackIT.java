// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A machine whose clock was hours ahead and is set right in the middle of routing. */
class ClockSetBackIT extends EmbeddedWorldTest {

  private static final Duration AHEAD = Duration.ofHours(6);

  @Test
  void route_clockSetBackForHours_goesOnWithoutWaitingForIt() {
    NodeSettings ahead = world.settings().with("clock.ahead", AHEAD);
    addOrdersToPlace(6);
    killAt(ahead, "call.createOrder/after");
    addOrdersToPlace(4);
    killAt(ahead, "call.markPackageAsShipped/after");
    addOrdersToPlace(1);
    killAt(ahead, "save.PLACING/after");
    assertThat(afterKill()).isEmpty();

    NodeProcess node = route(world.settings());
    addOrders(4);

    // Six hours would take as long as the limit for settling.
    long began = System.nanoTime();
    finish(node);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(world.clock().real(AHEAD));
  }

  /** The next node reaches its point for certain, however many orders the one before placed. */
  private void addOrdersToPlace(int count) {
    addOrders(count - 1);
    world.buyers().add(Kind.PLAIN);
  }
}
