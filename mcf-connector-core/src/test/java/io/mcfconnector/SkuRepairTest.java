// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.SkuMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkuRepairTest {

  private final RouterFixture fixture = new RouterFixture();

  @Test
  void mapSku_manyOrdersWait_releasesEachOnce() {
    List<OrderId> ids = waiting(500, "NEW");
    OrderId other = fixture.place("9001", "NEW", "OTHER");
    OrderId masked = fixture.place("9002", "A");
    Repair repair = fixture.review(ids.get(0)).mapSku("NEW", "M-NEW");

    assertThat(repair.preview()).contains("SKU NEW", "1 x M-NEW");
    assertThat(repair.apply("pat")).isEqualTo(500);
    assertThat(repair.apply("pat")).isZero();
    fixture.run();

    assertThat(ids).allSatisfy(id -> assertPlacedOnce(fixture, id));
    assertThat(fixture.reviewCode(other)).contains(ReviewCode.UNMAPPED_SKU);
    assertThat(fixture.state(masked)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.router.explain(ids.get(7)).orElseThrow().decisions())
        .filteredOn(decision -> decision.rule().equals("mapped"))
        .singleElement()
        .satisfies(decision -> assertThat(decision.facts()).containsEntry("by", "pat"));
  }

  @Test
  void mapSku_killedAtEveryWrite_releasesEachOnceWhenAppliedAgain() {
    for (boolean afterEffect : List.of(false, true)) {
      for (int call = 0; call < 5; call++) {
        killedAt(call, afterEffect);
      }
    }
  }

  /** The mapping and four orders are five writes; the process dies at one of them. */
  private static void killedAt(int call, boolean afterEffect) {
    RouterFixture fixture = new RouterFixture();
    List<OrderId> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ids.add(fixture.place("100" + i, "NEW"));
    }
    Repair repair = fixture.review(ids.get(0)).mapSku("NEW", "M-NEW");
    fixture.faults.crashAt(call, afterEffect);
    assertThatThrownBy(() -> repair.apply("pat")).isInstanceOf(Faults.Crash.class);
    fixture.faults.none();
    fixture.restart();

    boolean isMapped = fixture.mapping.containsKey("NEW");
    assertThat(isMapped).isEqualTo(call > 0 || afterEffect);
    int left = 4 - Math.max(0, afterEffect ? call : call - 1);
    if (left > 0) {
      OrderId last = ids.get(3);
      int released =
          isMapped
              ? apply(fixture, last, Repair.Kind.TRY_AGAIN)
              : fixture.review(last).mapSku("NEW", "M-NEW").apply("sam");
      assertThat(released).isEqualTo(left);
    }
    fixture.run();

    assertThat(ids).allSatisfy(id -> assertPlacedOnce(fixture, id));
  }

  @Test
  void mapSku_killedInTheMiddle_housekeepingReleasesTheRest() {
    List<OrderId> ids = waiting(3, "NEW");
    fixture.faults.crashAt(2, false);
    Repair repair = fixture.review(ids.get(0)).mapSku("NEW", "M-NEW");
    assertThatThrownBy(() -> repair.apply("pat")).isInstanceOf(Faults.Crash.class);
    fixture.faults.none();
    fixture.restart();

    assertThat(fixture.router.runDue(Duty.HOUSEKEEPING).isComplete()).isTrue();
    fixture.run();

    assertThat(ids).allSatisfy(id -> assertPlacedOnce(fixture, id));
  }

  @Test
  void tryAgain_hostChangedItsMapping_releasesAllThatWait() {
    List<OrderId> ids = waiting(3, "NEW");
    fixture.map("NEW", RouterFixture.component("M-NEW", 2));

    assertThat(apply(fixture, ids.get(1), Repair.Kind.TRY_AGAIN)).isEqualTo(3);
    fixture.run();

    assertThat(ids).allSatisfy(id -> assertPlacedOnce(fixture, id));
  }

  @Test
  void mapSku_orderThatMovedMeanwhile_isLeftAlone() {
    List<OrderId> ids = waiting(2, "NEW");
    Repair repair = fixture.review(ids.get(0)).mapSku("NEW", "M-NEW");
    assertThat(fixture.repair(ids.get(1), Repair.Kind.SKIP)).isTrue();

    assertThat(repair.apply("pat")).isEqualTo(1);

    assertThat(fixture.state(ids.get(1))).isEqualTo(RoutingState.SKIPPED);
  }

  @Test
  void mapSku_ofSkuThatIsMappedOrUnknown_isRefused() {
    OrderId id = fixture.place("1001", "A", "NEW");
    Review review = fixture.review(id);

    assertThat(review.unmappedSkus()).containsExactly(RouterFixture.sku("NEW"));
    assertThatThrownBy(() -> review.mapSku("A", "M-X"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("order 1001 does not wait for SKU A");
    assertThatThrownBy(() -> review.mapSku("NEW", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void offers_mapperThatCannotBeEdited_doesNotOfferMapping() {
    OrderId id = fixture.place("1001", "NEW");
    SkuMapper fixed = (shop, sku) -> Optional.empty();
    OrderRouter router = fixture.newRouter(builder -> builder.skuMapper(fixed));

    Review review = router.review(id).orElseThrow();

    assertThat(fixture.review(id).offers()).contains(Repair.Kind.MAP_SKU);
    assertThat(review.offers()).doesNotContain(Repair.Kind.MAP_SKU);
    assertThatThrownBy(() -> review.mapSku("NEW", "M-NEW"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MAP_SKU is not offered for order 1001");
  }

  private List<OrderId> waiting(int orders, String sku) {
    List<OrderId> ids =
        IntStream.range(0, orders)
            .mapToObj(i -> fixture.order(String.valueOf(2000 + i), sku).build())
            .peek(fixture.channel::put)
            .map(Order::id)
            .toList();
    fixture.run();
    return ids;
  }

  private static int apply(RouterFixture fixture, OrderId id, Repair.Kind kind) {
    return fixture.review(id).repairs().stream()
        .filter(repair -> repair.kind() == kind)
        .findFirst()
        .orElseThrow()
        .apply("sam");
  }

  private static void assertPlacedOnce(RouterFixture fixture, OrderId id) {
    assertThat(fixture.state(id)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.router.explain(id).orElseThrow().decisions())
        .extracting(Decision::rule)
        .containsOnlyOnce("accepted")
        .filteredOn(rule -> rule.equals("mapped") || rule.equals("TRY_AGAIN"))
        .hasSize(1);
  }
}
