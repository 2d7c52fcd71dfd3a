// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.testkit.http.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A node that is asked to stop while it waits for the answer to a create. */
class GracefulStopIT extends EmbeddedWorldTest {

  @Test
  void close_duringCreate_endsTheStepAndStartsNoOther() {
    String first = world.buyers().add(Kind.PLAIN);
    world.amazon().faults().next("createOrder", Fault.slow(Duration.ofMillis(500)));
    NodeProcess node = world.startNode();
    node.go(KillPlan.at("call.createOrder/before", 2));
    assertThat(Until.holds(Until.PATIENCE, () -> !world.amazon().orders().isEmpty())).isTrue();
    String second = world.buyers().add(Kind.PLAIN);

    assertThat(node.stop()).isZero();

    assertThat(world.createCalls()).hasSize(1);
    assertThat(
            world.<RoutingState>read(store -> store.find(OrderId.of(first)).orElseThrow().state()))
        .isEqualTo(RoutingState.PLACED);
    NodeProcess next = route(world.settings());
    finish(next);
    assertThat(world.tiktok().order(second).fullyShipped()).isTrue();
  }
}
