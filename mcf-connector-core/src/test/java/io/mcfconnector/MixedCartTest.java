// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.BundleComponent;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderLimits;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.spi.MixedCartPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders that the network ships only in part: SKU {@code GIFT} is said not to be there. */
class MixedCartTest {

  private static final OrderId ID = OrderId.of("1001");

  private final List<MixedCartPolicy.Remainder> taken =
      Collections.synchronizedList(new ArrayList<>());
  private final List<RuntimeException> refusals = new ArrayList<>();

  @Test
  void allOrReview_sendsNothingAndNamesTheSku() {
    RouterFixture fixture = fixture(MixedCartPolicy.allOrReview());
    fixture.place("1001", "A", "GIFT");

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.MIXED_CART);
    assertThat(fixture.review(ID).note().message()).contains("GIFT").contains("other means");
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void allOrReview_afterMappingChanged_sendsAll() {
    RouterFixture fixture = fixture(MixedCartPolicy.allOrReview());
    fixture.place("1001", "A", "GIFT");
    fixture.map("GIFT", RouterFixture.component("M-GIFT", 1));
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(sent(fixture)).containsExactly("1001-1", "1001-2");
  }

  static Stream<MixedCartPolicy> policies() {
    return Stream.of(
        MixedCartPolicy.allOrReview(),
        MixedCartPolicy.split(),
        MixedCartPolicy.handOver(rest -> {}));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void anyPolicy_unmappedSku_waitsAsAWhole(MixedCartPolicy policy) {
    RouterFixture fixture = fixture(policy);
    fixture.place("1001", "A", "UNKNOWN");
    fixture.place("1002", "A", "UNKNOWN", "GIFT");

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNMAPPED_SKU);
    assertThat(fixture.reviewCode(OrderId.of("1002"))).contains(ReviewCode.UNMAPPED_SKU);
    assertThat(fixture.network.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void anyPolicy_nothingForTheNetwork_isSkipped(MixedCartPolicy policy) {
    RouterFixture fixture = fixture(policy);
    fixture.place("1001", "GIFT", "GIFT");

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SKIPPED);
    assertThat(fixture.record(ID).skipReason()).isEqualTo(SkipReason.NOT_AT_NETWORK);
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void split_sendsThePartAndReviewsTheRestWhenItIsShipped() {
    RouterFixture fixture = fixture(MixedCartPolicy.split());
    fixture.place("1001", "A", "GIFT", "B");

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(sent(fixture)).containsExactly("1001-1", "1001-3");
    assertThat(lineItems(fixture.record(ID))).containsExactly("1001-1", "1001-3");

    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();

    assertThat(fixture.channel.confirmations()).hasSize(1);
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.MIXED_CART);
    assertThat(fixture.review(ID).note().message()).contains("1001-2").doesNotContain("1001-1");

    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void split_sentAgainAfterTheNetworkGaveUp_stillReviewsTheRest() {
    RouterFixture fixture = fixture(MixedCartPolicy.split());
    fixture.place("1001", "A", "GIFT");
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.status(fixture.first(ID), FulfillmentStatus.CANCELLED);
    fixture.run();
    fixture.repair(ID, Repair.Kind.SEND_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests()).hasSize(2);

    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.MIXED_CART);
  }

  @Test
  void split_orderWithoutRest_isShippedWithoutReview() {
    RouterFixture fixture = fixture(MixedCartPolicy.split());
    fixture.place("1001", "A", "B");
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void handOver_givesTheRestOnceAndSendsThePart() {
    RouterFixture fixture = handingOver();
    fixture.place("1001", "A", "GIFT", "B");

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(sent(fixture)).containsExactly("1001-1", "1001-3");
    assertThat(taken).hasSize(1);
    assertThat(taken.get(0).orderId()).isEqualTo(ID);
    assertThat(taken.get(0).lineItems())
        .extracting(item -> item.id().value())
        .containsExactly("1001-2");
    assertThat(fixture.router.explain(ID).orElseThrow().toString())
        .contains("the host took the line items 1001-2");

    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(taken).hasSize(1);
  }

  @Test
  void handOver_isDecidedInTheStoreBeforeTheHostIsCalled() {
    RouterFixture[] fixture = new RouterFixture[1];
    List<String> stories = new ArrayList<>();
    fixture[0] =
        fixture(
            MixedCartPolicy.handOver(
                rest ->
                    stories.add(
                        fixture[0]
                            .store
                            .find(rest.orderId())
                            .orElseThrow()
                            .decisions()
                            .toString())));
    fixture[0].place("1001", "A", "GIFT");

    assertThat(stories).singleElement().asString().contains("part-of-cart").contains("1001-2");
  }

  @Test
  void handOver_hostThrows_isRepeatedAndNothingIsSentBefore() {
    RouterFixture fixture = handingOver();
    refusals.add(new IllegalStateException("warehouse system is down"));
    fixture.place("1001", "A", "GIFT");
    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);

    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(taken).hasSize(2);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void handOver_hostThrowsForever_endsWithAPerson() {
    RouterFixture fixture = handingOver();
    for (int i = 0; i < 100; i++) {
      refusals.add(new IllegalStateException("warehouse system is down"));
    }
    fixture.place("1001", "A", "GIFT");
    fixture.pass(Duration.ofHours(6));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.REVIEW);
    assertThat(taken).hasSize(20);
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void handOver_storeFailsAfterTheCall_isRepeated() {
    RouterFixture fixture =
        fixture(
            MixedCartPolicy.handOver(
                rest -> {
                  taken.add(rest);
                  if (taken.size() == 1) {
                    throw new Error("the process died here");
                  }
                }));
    fixture.channel.put(fixture.order("1001", "A", "GIFT").build());
    try {
      fixture.run();
    } catch (Error died) {
      assertThat(died).hasMessage("the process died here");
    }
    fixture.run();

    assertThat(taken).hasSize(2);
    assertThat(taken.get(1)).isEqualTo(taken.get(0));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.taken()).hasSize(1);
  }

  @Test
  void handOver_createIsRepeated_handsOverOnceOnly() {
    RouterFixture fixture = handingOver();
    fixture.faults.fail("create", FailureKind.NO_ANSWER);
    fixture.place("1001", "A", "GIFT");
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests()).hasSize(2);
    assertThat(taken).hasSize(1);
  }

  @Test
  void handOver_bundleWithAPartThatIsNotThere_isHandedOverWhole() {
    RouterFixture fixture = handingOver();
    LineItem bundle =
        new LineItem(
            LineItemId.of("b"),
            RouterFixture.sku("SET"),
            List.of(
                new BundleComponent(RouterFixture.sku("A"), 1),
                new BundleComponent(RouterFixture.sku("GIFT"), 1)),
            LineItem.Status.OPEN,
            null);
    Order order =
        fixture.order("1001", "A").lineItems(List.of(RouterFixture.unit("a", "B"), bundle)).build();
    fixture.channel.put(order);
    fixture.run();

    assertThat(sent(fixture)).containsExactly("a");
    assertThat(taken.get(0).lineItems()).containsExactly(bundle);
  }

  @Test
  void limits_oneSkuTooOften_isReviewedAndNotSent() {
    RouterFixture fixture = new RouterFixture();
    fixture.network.limits(new OrderLimits(3, 2, 2));
    fixture.restart();
    fixture.place("1001", "A", "A", "A");
    fixture.place("1002", "A", "A", "A", "A");
    fixture.place("1003", "A", "A", "B");
    fixture.place("1004", "A", "B", "C");

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    for (String refused : List.of("1002", "1003", "1004")) {
      assertThat(fixture.reviewCode(OrderId.of(refused))).contains(ReviewCode.UNSUPPORTED_ORDER);
    }
    assertThat(fixture.review(OrderId.of("1002")).note().message())
        .isEqualTo(
            "This order needs 4 units, and the network takes at most 3 of one SKU in one order."
                + " Ship it by other means, or cancel it at the channel.");
    assertThat(fixture.review(OrderId.of("1003")).note().message())
        .contains("3 units, and the network takes at most 2 of several SKUs together");
    assertThat(fixture.review(OrderId.of("1004")).note().message())
        .contains("3 SKUs, and the network takes at most 2");
    assertThat(fixture.network.requests()).hasSize(1);
  }

  @Test
  void shippingSpeed_givenByTheHost_isAskedFor() {
    RouterFixture fixture =
        new RouterFixture(builder -> builder.shippingSpeed(order -> ShippingSpeed.PRIORITY));
    fixture.place("1001", "A");

    assertThat(fixture.network.requests().get(0).speed()).isEqualTo(ShippingSpeed.PRIORITY);
  }

  private RouterFixture handingOver() {
    return fixture(
        MixedCartPolicy.handOver(
            rest -> {
              taken.add(rest);
              if (!refusals.isEmpty()) {
                throw refusals.remove(0);
              }
            }));
  }

  private static RouterFixture fixture(MixedCartPolicy policy) {
    RouterFixture fixture = new RouterFixture(builder -> builder.mixedCarts(policy));
    fixture.map("GIFT");
    return fixture;
  }

  private static List<String> sent(RouterFixture fixture) {
    return fixture.network.requests().stream()
        .flatMap(request -> request.items().stream())
        .map(FulfillmentOrderItem::units)
        .flatMap(List::stream)
        .map(LineItemId::value)
        .toList();
  }

  private static List<String> lineItems(RoutingRecord record) {
    return record.lineItems().stream().map(item -> item.id().value()).toList();
  }
}
