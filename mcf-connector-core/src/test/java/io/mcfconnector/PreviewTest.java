// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.Money;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShippingSpeed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreviewTest {

  private static final OrderId ID = OrderId.of("1001");

  private RouterFixture fixture = new RouterFixture();

  @Test
  void place_noOption_asksForNoPreview() {
    placeExpress();

    assertThat(sent()).containsExactly(ShippingSpeed.EXPEDITED);
    assertThat(fixture.faults.calls("preview")).isZero();
  }

  @Test
  void place_speedOffered_goesWithIt() {
    fixture = new RouterFixture(PreviewTest::previewed);
    preview(ShippingSpeed.EXPEDITED, true, "99");
    placeExpress();

    assertThat(sent()).containsExactly(ShippingSpeed.EXPEDITED);
  }

  @Test
  void place_speedNotOffered_goesStandardAndTellsIt() {
    fixture = new RouterFixture(PreviewTest::previewed);
    preview(ShippingSpeed.EXPEDITED, false, null);
    placeExpress();

    assertThat(sent()).containsExactly(ShippingSpeed.STANDARD);
    assertThat(fixture.faults.calls("preview")).isEqualTo(1);
    assertThat(fixture.record(ID).decisions())
        .anySatisfy(
            decision ->
                assertThat(decision.facts())
                    .containsEntry("notOffered", "EXPEDITED")
                    .containsEntry("speed", "STANDARD"));
  }

  @Test
  void place_networkPreviewsNothingOrFails_goesWithTheWantedSpeed() {
    fixture = new RouterFixture(PreviewTest::previewed);
    placeExpress();
    fixture.faults.fail("preview", FailureKind.UNAVAILABLE);
    fixture.channel.put(
        fixture.order("1002", "A").deliveryOption("D2", "Express shipping").build());
    fixture.run();

    assertThat(sent()).containsExactly(ShippingSpeed.EXPEDITED, ShippingSpeed.EXPEDITED);
  }

  @Test
  void repeat_previewWouldAnswerOtherwise_isTheSameRequest() {
    fixture = new RouterFixture(PreviewTest::previewed);
    preview(ShippingSpeed.EXPEDITED, false, null);
    fixture.faults.fail("create", FailureKind.NO_ANSWER);
    placeExpress();
    preview(ShippingSpeed.EXPEDITED, true, "5");

    fixture.runAfter(Duration.ofSeconds(5));
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.run();

    List<FulfillmentOrder> requests = fixture.network.requests();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(sent()).containsExactly(ShippingSpeed.STANDARD, ShippingSpeed.STANDARD);
    assertThat(requests.get(1)).isEqualTo(requests.get(0));
  }

  @Test
  void place_costAtTheLimit_goes() {
    fixture = new RouterFixture(PreviewTest::limited);
    preview(ShippingSpeed.EXPEDITED, false, null);
    preview(ShippingSpeed.STANDARD, true, "10.00");
    placeExpress();

    assertThat(sent()).containsExactly(ShippingSpeed.STANDARD);
  }

  @Test
  void place_dearerThanTheLimit_waitsForAPersonWhoMayRelease() {
    fixture = new RouterFixture(PreviewTest::limited);
    preview(ShippingSpeed.STANDARD, true, "10.01");
    fixture.place("1001", "A");

    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNSUPPORTED_ORDER);
    assertThat(message()).contains("10.01 USD", "limit is 10 USD");

    assertThat(fixture.repair(ID, Repair.Kind.RELEASE)).isTrue();
    fixture.run();
    fixture.run();
    assertThat(sent()).containsExactly(ShippingSpeed.STANDARD);
  }

  @Test
  void place_costUnknownOrInAnotherCurrency_waitsForAPerson() {
    fixture = new RouterFixture(PreviewTest::limited);
    fixture.place("1001", "A");
    preview(ShippingSpeed.STANDARD, true, null);
    fixture.place("1002", "A");
    preview(ShippingSpeed.STANDARD, false, "1");
    fixture.place("1003", "A");
    fixture.network.previews(
        ShippingSpeed.STANDARD, new FulfillmentPreview(true, Money.of("1", "EUR")));
    fixture.place("1004", "A");

    assertThat(fixture.router.reviews()).hasSize(4);
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void place_limitedAndPreviewFailsForAWhile_waits() {
    fixture = new RouterFixture(PreviewTest::limited);
    preview(ShippingSpeed.STANDARD, true, "1");
    for (int i = 0; i < 8; i++) {
      fixture.faults.fail("preview", FailureKind.UNAVAILABLE);
    }
    fixture.place("1001", "A");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);

    fixture.pass(Duration.ofHours(2));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.faults.calls("preview")).isEqualTo(9);
  }

  @Test
  void place_limitedAndPreviewRefusedFiveTimes_waitsForAPerson() {
    fixture = new RouterFixture(PreviewTest::limited);
    for (int i = 0; i < 5; i++) {
      fixture.faults.fail("preview", FailureKind.REFUSED);
    }
    fixture.place("1001", "A");
    fixture.pass(Duration.ofMinutes(10));

    assertThat(fixture.faults.calls("preview")).isEqualTo(5);
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNSUPPORTED_ORDER);
    assertThat(message()).contains("limit is 10 USD");
  }

  @Test
  void build_limitOfNothing_isRefused() {
    assertThatThrownBy(
            () -> fixture.newRouter(builder -> builder.maxFulfillmentCost(Money.of("0", "USD"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("maxFulfillmentCost must be more than zero");
  }

  private static OrderRouterBuilder previewed(OrderRouterBuilder builder) {
    return builder.previewBeforePlacing(true);
  }

  private static OrderRouterBuilder limited(OrderRouterBuilder builder) {
    return builder.maxFulfillmentCost(Money.of("10", "USD"));
  }

  private void placeExpress() {
    fixture.channel.put(
        fixture.order("1001", "A").deliveryOption("D2", "Express shipping").build());
    fixture.run();
  }

  private void preview(ShippingSpeed speed, boolean fulfillable, @Nullable String dollars) {
    fixture.network.previews(
        speed,
        new FulfillmentPreview(fulfillable, dollars == null ? null : Money.of(dollars, "USD")));
  }

  private List<ShippingSpeed> sent() {
    return fixture.network.requests().stream().map(FulfillmentOrder::speed).toList();
  }

  private String message() {
    return Objects.requireNonNull(fixture.record(ID).review()).message();
  }
}
