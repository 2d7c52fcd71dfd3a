// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.http.Fault;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to the create call: one fulfillment order, and a read before any repeat. */
class UncertainCreateIT {

  private static final String NEWEST = "2026-07-04";

  private static String create(String version) {
    return version.equals(NEWEST) ? "createOrder" : "createFulfillmentOrder";
  }

  private static String get(String version) {
    return version.equals(NEWEST) ? "getOrder" : "getFulfillmentOrder";
  }

  static Stream<Arguments> takesEffect() {
    return versions()
        .flatMap(
            version ->
                Stream.of(
                        Fault.slow(Duration.ofSeconds(5)),
                        Fault.dropAfter(),
                        Fault.errorAfter(500),
                        Fault.errorAfter(503),
                        Fault.cutBody(),
                        Fault.html())
                    .filter(fault -> !isHarmless(version, fault))
                    .map(fault -> Arguments.of(version, fault)));
  }

  /** The answer of 2020-07-01 is empty on success, so half of it is as good as all of it. */
  private static boolean isHarmless(String version, Fault fault) {
    return version.equals("2020-07-01") && fault.kind() == Fault.Kind.CUT_BODY;
  }

  static Stream<Arguments> takesNoEffect() {
    return versions()
        .flatMap(
            version ->
                Stream.of(
                        Fault.dropBefore(),
                        Fault.errorBefore(500),
                        Fault.errorBefore(503),
                        Fault.throttled())
                    .map(fault -> Arguments.of(version, fault)));
  }

  @ParameterizedTest
  @MethodSource("takesEffect")
  void create_effectWithoutAnswer_isAdoptedByReading(String version, Fault fault) {
    try (SimulatedWorld world = world(version)) {
      OrderId order = route(world, version, fault);

      assertThat(world.router().status(order).orElseThrow().state()).isEqualTo(RoutingState.PLACED);
      assertThat(world.amazon().orders()).hasSize(1);
      assertThat(world.amazon().exchanges(create(version))).hasSize(1);
      assertThat(world.amazon().exchanges(get(version))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("takesNoEffect")
  void create_noEffectAndNoAnswer_isRepeatedAfterTwoReads(String version, Fault fault) {
    try (SimulatedWorld world = world(version)) {
      OrderId order = route(world, version, fault);

      assertThat(world.router().status(order).orElseThrow().state()).isEqualTo(RoutingState.PLACED);
      assertThat(world.amazon().orders()).hasSize(1);
      List<Exchange> creates = world.amazon().exchanges(create(version));
      assertThat(creates).hasSize(2);
      assertThat(creates.get(0).request().body()).isEqualTo(creates.get(1).request().body());
      assertThat(readsBetween(world, version, creates)).isGreaterThanOrEqualTo(2);
    }
  }

  private static long readsBetween(SimulatedWorld world, String version, List<Exchange> creates) {
    List<Exchange> all = world.amazon().exchanges();
    return all.subList(all.indexOf(creates.get(0)), all.lastIndexOf(creates.get(1))).stream()
        .filter(exchange -> exchange.operation().equals(get(version)))
        .count();
  }

  private static OrderId route(SimulatedWorld world, String version, Fault fault) {
    SimulatedOrder order = SampleOrders.seeded(7).plain();
    world.tiktok().add(order);
    world.amazon().faults().next(create(version), fault);
    world.router().start();
    // Before the first sweep shows a parcel.
    world.time().runFor(Duration.ofMinutes(3));
    return OrderId.of(order.id());
  }

  private static SimulatedWorld world(String version) {
    return new SimulatedWorld(event -> {}, Map.of("AMAZON_OUTBOUND_VERSION", version));
  }

  private static Stream<String> versions() {
    return Stream.of(NEWEST, "2020-07-01");
  }
}
