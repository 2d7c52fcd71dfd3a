// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final Address BROKEN =
      RouterFixture.CANARY.toBuilder().line1("").postalCode("").build();

  private final RouterFixture fixture = new RouterFixture();

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void apply_byNobodyOrANovel_isRefused(int length) {
    place(BROKEN);
    Repair skip = fixture.review(ID).repairs().get(1);

    assertThatThrownBy(() -> skip.apply("x".repeat(length)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.REVIEW);
  }

  @Test
  void apply_anyRepair_writesWhoDecidedIntoTheStory() {
    place(BROKEN);

    assertThat(fixture.repair(ID, Repair.Kind.SKIP)).isTrue();

    assertThat(lastDecision().facts())
        .containsEntry("by", "pat")
        .containsEntry("review", "ADDRESS_INCOMPLETE");
    assertThat(lastDecision().at()).isEqualTo(fixture.clock.instant());
  }

  @Test
  void review_ofOrderThatDoesNotWait_isEmpty() {
    place(RouterFixture.CANARY);

    assertThat(fixture.router.review(ID)).isEmpty();
    assertThat(fixture.router.review(OrderId.of("unknown"))).isEmpty();
  }

  @Test
  void correctAddress_ofIncompleteAddress_shipsToTheNewOneAndTellsNobody() {
    place(BROKEN);
    Repair repair = fixture.review(ID).correctAddress(RouterFixture.CANARY);

    assertThat(repair.apply("pat")).isEqualTo(1);
    assertThat(repair.apply("pat")).isZero();
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(placedTo()).isEqualTo("4711 Snorkelberry Lane");
    assertThat(fixture.store.destination(ID)).isEmpty();
    assertThat(repair.preview() + repair + fixture.router.explain(ID) + fixture.events)
        .doesNotContain("Quillfeather", "Snorkelberry", "555-0147");
  }

  @Test
  void correctAddress_ofHiddenAddress_countsWhileTheChannelHidesIt() {
    place(null);

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_MASKED);
    assertThat(fixture.review(ID).correctAddress(RouterFixture.CANARY).apply("pat")).isEqualTo(1);
    fixture.run();

    assertThat(placedTo()).isEqualTo("4711 Snorkelberry Lane");
  }

  @Test
  void correctAddress_channelShowsAnotherOneAfterwards_isVoid() {
    place(BROKEN);
    assertThat(fixture.review(ID).correctAddress(RouterFixture.CANARY).apply("pat")).isEqualTo(1);
    Address moved = RouterFixture.CANARY.toBuilder().line1("12 Puddle Row").build();
    fixture.channel.change(ID, order -> order.destination(moved));

    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(placedTo()).isEqualTo("12 Puddle Row");
    assertThat(fixture.record(ID).correctedFrom()).isNull();
    assertThat(fixture.router.explain(ID).orElseThrow().decisions())
        .extracting(Decision::rule)
        .contains("correction-void");
  }

  @Test
  void correctAddress_erasedBeforePlacing_waitsForAPersonAgain() {
    place(BROKEN);
    assertThat(fixture.review(ID).correctAddress(RouterFixture.CANARY).apply("pat")).isEqualTo(1);
    assertThat(fixture.router.erase(ID)).isTrue();

    fixture.run();

    assertThat(fixture.review(ID).note().message()).contains("no longer kept");
    assertThat(fixture.review(ID).offers()).contains(Repair.Kind.CORRECT_ADDRESS);
    assertThat(fixture.faults.calls("create")).isZero();
  }

  @Test
  void destination_kept_isShownAndEachLookIsInTheStory() {
    place(BROKEN);
    assertThat(fixture.router.destination(ID, "pat")).isEmpty();
    assertThat(fixture.review(ID).correctAddress(RouterFixture.CANARY).apply("pat")).isEqualTo(1);

    assertThat(fixture.router.destination(ID, "pat")).contains(RouterFixture.CANARY);
    fixture.clock.advance(Duration.ofMinutes(1));
    assertThat(fixture.router.destination(ID, "pat")).contains(RouterFixture.CANARY);

    assertThat(fixture.router.explain(ID).orElseThrow().decisions())
        .filteredOn(decision -> decision.rule().equals("SHOW_DESTINATION"))
        .hasSize(2)
        .allSatisfy(look -> assertThat(look.facts()).isEqualTo(Map.of("by", "pat")));
    assertThat(fixture.router.explain(ID).orElseThrow().toString()).doesNotContain("Snorkelberry");
    fixture.run();
    assertThat(placedTo()).isEqualTo("4711 Snorkelberry Lane");
    assertThat(fixture.router.destination(ID, "pat")).isEmpty();
  }

  @Test
  void destination_lookCannotBeRecorded_showsNothing() {
    place(BROKEN);
    assertThat(fixture.review(ID).correctAddress(RouterFixture.CANARY).apply("pat")).isEqualTo(1);

    assertThatThrownBy(() -> fixture.router.destination(ID, " "))
        .isInstanceOf(IllegalArgumentException.class);
    fixture.faults.fail("store.update", new StoreException("disk full"));
    assertThatThrownBy(() -> fixture.router.destination(ID, "pat"))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void correctAddress_uncertainCreate_isRepeatedToTheCorrectedOne() {
    place(BROKEN);
    assertThat(fixture.review(ID).correctAddress(RouterFixture.CANARY).apply("pat")).isEqualTo(1);
    fixture.faults.fail("create", FailureKind.NO_ANSWER);

    fixture.run();
    fixture.pass(Duration.ofMinutes(5));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(placedTo()).isEqualTo("4711 Snorkelberry Lane");
  }

  @Test
  void correctAddress_thatCannotBeUsed_saysWhyAndQuotesNothing() {
    place(BROKEN);
    Address bad =
        RouterFixture.CANARY.toBuilder().postalCode("99999999").stateOrRegion("Tyrol").build();

    assertThatThrownBy(() -> fixture.review(ID).correctAddress(bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("stateOrRegion", "postalCode")
        .hasMessageNotContainingAny("Tyrol", "99999999", "Snorkelberry");
  }

  @Test
  void correctAddress_sendAgainLater_doesNotGoToTheAddressThatWasWrong() {
    place(BROKEN);
    assertThat(fixture.review(ID).correctAddress(RouterFixture.CANARY).apply("pat")).isEqualTo(1);
    fixture.run();
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.status(fixture.first(ID), FulfillmentStatus.INVALID);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_INVALID);

    assertThat(fixture.repair(ID, Repair.Kind.SEND_AGAIN)).isTrue();
    fixture.run();

    assertThat(fixture.review(ID).note().message()).contains("no longer kept");
    assertThat(fixture.review(ID).correctAddress(RouterFixture.CANARY).apply("pat")).isEqualTo(1);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.record(ID).fulfillmentOrderId().value()).isEqualTo("TTS-1001-2");
  }

  @Test
  void release_ofOrderOverALimit_passesThatRuleAloneAndForGood() {
    fixture.router = fixture.newRouter(builder -> builder.maxOrderUnits(1));
    fixture.channel.put(fixture.order("1001", "A", "B").destination(BROKEN).build());
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNSUPPORTED_ORDER);

    assertThat(fixture.repair(ID, Repair.Kind.RELEASE)).isTrue();
    fixture.run();

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_INCOMPLETE);
    assertThat(fixture.review(ID).offers()).doesNotContain(Repair.Kind.RELEASE);
    assertThat(fixture.review(ID).correctAddress(RouterFixture.CANARY).apply("pat")).isEqualTo(1);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.record(ID).released()).containsExactly("unit-limit");
  }

  @Test
  void release_ofARuleThatGuardsTheBuyer_isNotOffered() {
    fixture.channel.put(
        fixture
            .order("1001", "A")
            .traits(Set.of(OrderTrait.CHANNEL_HOLD, OrderTrait.PRESCRIPTION))
            .build());
    fixture.run();

    assertThat(fixture.review(ID).offers()).doesNotContain(Repair.Kind.RELEASE);
  }

  @Test
  void cancel_beforePlacing_cancelsOnceAndEndsTheOrder() {
    place(BROKEN);
    Repair repair = fixture.review(ID).cancel(CancelReason.ADDRESS_NOT_DELIVERABLE);

    assertThat(repair.preview()).contains("1001", "ADDRESS_NOT_DELIVERABLE");
    assertThat(repair.apply("pat")).isEqualTo(1);
    assertThat(repair.apply("pat")).isZero();

    assertThat(fixture.channel.cancellations())
        .containsExactly(CancelReason.ADDRESS_NOT_DELIVERABLE);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void cancel_alreadyCancelledAtTheChannel_isNotAskedForAgain() {
    place(BROKEN);
    Repair repair = fixture.review(ID).cancel(CancelReason.WRONG_PRICE);
    fixture.channel.change(ID, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));

    assertThat(repair.apply("pat")).isEqualTo(1);

    assertThat(fixture.faults.calls("cancelAtChannel")).isZero();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void cancel_answerLost_isReadBackInsteadOfRepeated() {
    place(BROKEN);
    fixture.faults.failAfterEffect("cancelAtChannel", FailureKind.NO_ANSWER);

    assertThat(fixture.review(ID).cancel(CancelReason.WRONG_PRICE).apply("pat")).isEqualTo(1);

    assertThat(fixture.channel.cancellations()).hasSize(1);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void cancel_refused_tellsAndStillWaits() {
    place(BROKEN);
    fixture.faults.fail("cancelAtChannel", FailureKind.REFUSED);
    Repair repair = fixture.review(ID).cancel(CancelReason.WRONG_PRICE);

    assertThatThrownBy(() -> repair.apply("pat")).isInstanceOf(ApiException.class);

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.REVIEW);
    assertThat(lastDecision().facts())
        .containsEntry("by", "pat")
        .containsEntry("reason", "WRONG_PRICE");
    assertThat(fixture.review(ID).cancel(CancelReason.WRONG_PRICE).apply("pat")).isEqualTo(1);
  }

  @Test
  void cancel_killedAtEveryCall_cancelsOnce() {
    for (boolean afterEffect : List.of(false, true)) {
      int calls = 0;
      while (cancelKilledAt(calls, afterEffect)) {
        calls++;
      }
      // Read, intent, cancel, read, result.
      assertThat(calls).isEqualTo(5);
    }
  }

  private static boolean cancelKilledAt(int call, boolean afterEffect) {
    RouterFixture fixture = new RouterFixture();
    fixture.channel.put(fixture.order("1001", "A").destination(BROKEN).build());
    fixture.run();
    fixture.faults.crashAt(call, afterEffect);
    boolean crashed = false;
    try {
      assertThat(fixture.review(ID).cancel(CancelReason.OUT_OF_STOCK).apply("pat")).isEqualTo(1);
    } catch (Faults.Crash e) {
      crashed = true;
    }
    fixture.faults.none();
    fixture.restart();
    fixture
        .router
        .review(ID)
        .ifPresent(
            again -> assertThat(again.cancel(CancelReason.OUT_OF_STOCK).apply("sam")).isEqualTo(1));
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.channel.cancellations()).hasSize(1);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.faults.calls("create")).isZero();
    return crashed;
  }

  @Test
  void cancel_afterTheNetworkStopped_endsAlsoWhenSeenByThePoll() {
    place(RouterFixture.CANARY);
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.status(fixture.first(ID), FulfillmentStatus.UNFULFILLABLE);
    fixture.run();
    assertThat(fixture.review(ID).offers()).contains(Repair.Kind.CANCEL);
    fixture.channel.change(ID, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));

    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void cancel_networkMayShip_isNotOffered() {
    fixture.network.put(fixture.first(ID), new AddressFingerprint("0123"), List.of());
    place(RouterFixture.CANARY);

    Review review = fixture.review(ID);
    assertThat(review.code()).isEqualTo(ReviewCode.CREATE_CONFLICT);
    assertThat(review.offers()).doesNotContain(Repair.Kind.CANCEL, Repair.Kind.CORRECT_ADDRESS);
    assertThatThrownBy(() -> review.cancel(CancelReason.OUT_OF_STOCK))
        .isInstanceOf(IllegalStateException.class);
  }

  private void place(@Nullable Address destination) {
    fixture.channel.put(fixture.order("1001", "A").destination(destination).build());
    fixture.run();
  }

  private Decision lastDecision() {
    List<Decision> decisions = fixture.router.explain(ID).orElseThrow().decisions();
    return decisions.get(decisions.size() - 1);
  }

  private String placedTo() {
    List<FulfillmentOrder> requests = fixture.network.requests();
    return requests.get(requests.size() - 1).destination().line1();
  }
}
