// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Money;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.spi.RoutingPolicy;
import io.mcfconnector.spi.RoutingPolicy.Choice;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host's own rule inside the engine. */
class RoutingPolicyTest {

  private static final OrderId ID = OrderId.of("1001");

  private RoutingPolicy policy = RoutingPolicy.allOrders();
  private int asked;

  private final RouterFixture fixture =
      new RouterFixture(
          builder ->
              builder.routingPolicy(
                  order -> {
                    asked++;
                    return policy.choose(order);
                  }));

  @Test
  void runDue_policyLetsGo_isAskedOnceMoreBeforeSending() {
    fixture.place("1001", "A");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void runDue_policyChangesItsMindBeforeSending_sendsNothing() {
    policy = order -> asked == 1 ? Choice.go() : Choice.skip("sold out in the depot");
    fixture.place("1001", "A");
    assertThat(fixture.record(ID).skipReason()).isEqualTo(SkipReason.BY_POLICY);
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void runDue_policyRoutesElsewhere_isSkippedWithTheName() {
    policy = order -> Choice.elsewhere("Honolulu depot");
    fixture.place("1001", "A");
    assertThat(fixture.record(ID).skipReason()).isEqualTo(SkipReason.ROUTED_ELSEWHERE);
    assertThat(fixture.router.explain(ID).orElseThrow().toString())
        .contains("assess/routing-policy: routed elsewhere: Honolulu depot");
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void runDue_policyHolds_goesWhenItLetsGo() {
    policy = order -> Choice.holdUntil(fixture.clock.instant().plusSeconds(600), "stock check");
    fixture.place("1001", "A");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    fixture.pass(Duration.ofMinutes(30));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    policy = RoutingPolicy.allOrders();
    fixture.pass(Duration.ofMinutes(11));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void runDue_policyWantsAPerson_goesOnAfterTryAgain() {
    policy = order -> Choice.review("A very large order. Call the buyer.");
    fixture.place("1001", "A");
    assertThat(fixture.review(ID).note().message())
        .isEqualTo("A very large order. Call the buyer.");
    policy = RoutingPolicy.allOrders();
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  static Stream<Supplier<Choice>> failures() {
    return Stream.of(
        () -> {
          throw new IllegalStateException("no answer for Zanzibara Quillfeather");
        },
        () -> {
          throw ApiException.builder("lookup", FailureKind.AUTHORIZATION_LOST).build();
        },
        () -> Choice.skip(""),
        () -> Choice.review("x".repeat(201)));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void runDue_policyFails_isRetriedThenReviewedAndNeverSent(Supplier<Choice> failure) {
    policy = order -> failure.get();
    fixture.place("1001", "A");
    fixture.channel.put(fixture.order("1002", "A").build());
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.RECEIVED);
    fixture.pass(Duration.ofHours(5));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNSUPPORTED_ORDER);
    assertThat(fixture.review(ID).note().message())
        .contains("The routing policy failed on order 1001 with", "Exception")
        .doesNotContain("Zanzibara");
    assertThat(fixture.reviewCode(OrderId.of("1002"))).isPresent();
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void runDue_policyFailsForAWhile_orderGoesByItselfAfterwards() {
    policy =
        order -> {
          throw new IllegalStateException("not now");
        };
    fixture.place("1001", "A");
    policy = RoutingPolicy.allOrders();
    fixture.pass(Duration.ofMinutes(2));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void route_policyFailsRightBeforeSending_throwsAndSendsNothing() {
    fixture.channel.put(fixture.order("1001", "A").build());
    policy =
        order -> {
          if (asked > 1) {
            throw new IllegalStateException("too late");
          }
          return Choice.go();
        };
    assertThatThrownBy(() -> fixture.router.route(ID))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("1001");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void build_unfitOptions_namesEachOfThem() {
    fixture.channel.cancelWindow(Duration.ofHours(-1));
    assertThatThrownBy(
            () ->
                fixture.newRouter(
                    builder ->
                        builder
                            .hold(Duration.ofDays(3).plusSeconds(1))
                            .maxOrderUnits(0)
                            .maxOrderValue(Money.of("0", "USD"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("hold must be at most 72 hours")
        .hasMessageContaining("maxOrderUnits")
        .hasMessageContaining("maxOrderValue")
        .hasMessageContaining("cancelWindow of shop 7001");
    fixture.channel.cancelWindow(Duration.ZERO);
    fixture.newRouter(builder -> builder.hold(Duration.ofDays(3)));
  }
}
