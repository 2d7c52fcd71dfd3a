// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static io.mcfconnector.RouterFixture.CANARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The buyer moves while the order is under way. */
class AddressChangeTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final Address NEW = CANARY.toBuilder().line1("9 Gooseberry Mews").build();

  private final RouterFixture fixture = new RouterFixture();

  @Test
  void runDue_changedBeforePlacing_sendsTheNewAddress() {
    fixture.channel.put(
        fixture.order("1001", "A").traits(Set.of()).paidAt(fixture.clock.instant()).build());
    fixture.run();
    move(NEW);
    fixture.runAfter(Duration.ofHours(1));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests().get(0).destination().line1())
        .isEqualTo("9 Gooseberry Mews");
    fixture.pass(Duration.ofMinutes(40));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void runDue_changedAfterPlacing_waitsForAPersonOnce() {
    fixture.place("1001", "A");
    move(NEW);
    fixture.pass(Duration.ofMinutes(2));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_CHANGED);
    Review review = fixture.review(ID);
    assertThat(review.note().resumeAt()).isEqualTo(RoutingState.PLACED);
    assertThat(review.note().message())
        .contains("cancel it in Seller Central", "under a new id", "the old")
        .doesNotContain("Gooseberry", "Snorkelberry");
    assertThat(review.repairs())
        .extracting(Repair::kind)
        .containsExactly(Repair.Kind.TRY_AGAIN, Repair.Kind.SEND_AGAIN, Repair.Kind.SKIP);

    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.pass(Duration.ofHours(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.events(RouterEvent.ReviewRaised.class)).hasSize(1);

    move(NEW.toBuilder().postalCode("78702").build());
    fixture.pass(Duration.ofMinutes(2));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_CHANGED);
  }

  @Test
  void runDue_changedAfterPlacing_isSeenEvenWhenTheTimeOfChangeDoesNotMove() {
    fixture.place("1001", "A");
    Order order = fixture.channel.order(ID);
    fixture.channel.put(
        order.toBuilder()
            .destination(NEW)
            .traits(Set.of(OrderTrait.CHANNEL_HOLD, OrderTrait.ADDRESS_UPDATED))
            .build());
    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_CHANGED);
  }

  @Test
  void sendAgain_afterTheChange_goesToTheNewAddressUnderANewId() {
    fixture.place("1001", "A");
    move(NEW);
    fixture.pass(Duration.ofMinutes(2));
    fixture.network.cancel(fixture.first(ID));
    fixture.repair(ID, Repair.Kind.SEND_AGAIN);
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests()).hasSize(2);
    assertThat(fixture.network.requests().get(1).id().value()).endsWith("-2");
    assertThat(fixture.network.requests().get(1).destination().line1())
        .isEqualTo("9 Gooseberry Mews");
  }

  @Test
  void review_shipmentsMeanwhile_areConfirmedAfterTheDecision() {
    fixture.place("1001", "A");
    move(NEW);
    fixture.pass(Duration.ofMinutes(2));
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z001", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.REVIEW);

    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.pass(Duration.ofMinutes(2));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void runDue_changedBetweenCreateAndItsAnswer_waitsForAPerson() {
    fixture.faults.failAfterEffect("create", FailureKind.NO_ANSWER);
    fixture.place("1001", "A");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACING);
    move(NEW);
    fixture.pass(Duration.ofMinutes(4));

    assertThat(fixture.network.requests()).hasSize(1);
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_CHANGED);
  }

  static Stream<UnaryOperator<Order.Builder>> noChanges() {
    Address masked = NEW.toBuilder().name("Z***").line1("9***").build();
    return Stream.of(
        order -> updated(order.destination(masked)),
        order -> updated(order.destination(null)),
        order ->
            updated(order.destination(NEW.toBuilder().name("").line1("").postalCode("").build())),
        order -> updated(order.destination(NEW).status(OrderStatus.AWAITING_COLLECTION, "AC")),
        order -> updated(order.destination(NEW).status(OrderStatus.COMPLETED, "COMPLETED")),
        order -> updated(order.destination(CANARY.toBuilder().stateOrRegion("Texas").build())),
        order -> updated(order.destination(CANARY.toBuilder().phone("(512) 555-0147").build())),
        // A channel that spells an address anew, but says nothing of a change.
        order -> order.destination(NEW));
  }

  @ParameterizedTest
  @MethodSource("noChanges")
  void runDue_noClearNewAddress_isNoChange(UnaryOperator<Order.Builder> after) {
    fixture.place("1001", "A");
    fixture.clock.advance(Duration.ofSeconds(30));
    fixture.channel.change(ID, after);
    fixture.pass(Duration.ofMinutes(2));

    assertThat(fixture.router.reviews()).isEmpty();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void runDue_changedAfterAllIsShipped_isNoBusinessOfOurs() {
    fixture.place("1001", "A");
    fixture.clock.advance(Duration.ofHours(5));
    fixture.shipAll(ID, "1Z001", PackageStatus.SHIPPED);
    fixture.run();
    move(NEW);
    fixture.pass(Duration.ofMinutes(2));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  private void move(Address destination) {
    fixture.clock.advance(Duration.ofSeconds(30));
    fixture.channel.change(ID, order -> updated(order.destination(destination)));
  }

  private static Order.Builder updated(Order.Builder order) {
    return order.traits(Set.of(OrderTrait.CHANNEL_HOLD, OrderTrait.ADDRESS_UPDATED));
  }
}
