// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.TrackedPackage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random orders, faults, crashes and restarts; the seed of a failing life is in its message. */
class RandomRoutingTest {

  private static final int LIVES = 75;
  private static final Set<RoutingState> SETTLED =
      EnumSet.of(
          RoutingState.DELIVERED,
          RoutingState.CANCELLED,
          RoutingState.SKIPPED,
          RoutingState.SHIPPED,
          RoutingState.REVIEW);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void anyLife_endsSettled_withOneParcelAndOneNumberForEachUnit(int block) {
    for (int life = 0; life < LIVES; life++) {
      new Life(1000L * block + life).run();
    }
  }

  private static final class Life {
    private final long seed;
    private final Random random;
    private final RouterFixture fixture = new RouterFixture();
    private final List<OrderId> ids = new ArrayList<>();

    private Life(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    private void run() {
      fixture.map("KIT", RouterFixture.component("M-A", 1), RouterFixture.component("M-B", 2));
      fixture.network.showAfter(Duration.ofSeconds(random.nextInt(4)));
      fixture.channel.pages(1 + random.nextInt(3), random.nextBoolean());
      fixture.faults.atRandom(new Random(seed + 1), 0.15);
      for (int step = 0; step < 60; step++) {
        happen();
        runOrCrash();
      }
      fixture.faults.none();
      for (OrderId id : ids) {
        fixture.channel.change(id, order -> order.traits(Set.of(OrderTrait.CHANNEL_HOLD)));
      }
      for (int step = 0; step < 40; step++) {
        shipSomething(1);
        fixture.clock.advance(Duration.ofMinutes(20));
        fixture.run();
      }
      ids.forEach(this::check);
      assertThat(fixture.network.repeats()).as("seed " + seed).isZero();
      assertThat(fixture.channel.repeats()).as("seed " + seed).isZero();
    }

    private void happen() {
      int what = random.nextInt(12);
      if (what < 3 && ids.size() < 6) {
        newOrder();
      } else if (what < 6) {
        shipSomething(random.nextInt(3));
      } else if (what == 6 && !ids.isEmpty()) {
        cancelSomething();
      } else if (what == 7 && !ids.isEmpty()) {
        askToCancelOrDropIt();
      } else if (what == 8) {
        tryAgain();
      }
      int seconds = random.nextInt(4) == 0 ? random.nextInt(4000) : random.nextInt(60);
      fixture.clock.advance(Duration.ofSeconds(seconds));
    }

    private void newOrder() {
      OrderId id = OrderId.of("9" + ids.size());
      String[] skus =
          IntStream.rangeClosed(0, random.nextInt(4))
              .mapToObj(i -> List.of("A", "B", "KIT", "A").get(random.nextInt(4)))
              .toArray(String[]::new);
      fixture.channel.put(fixture.order(id.value(), skus).build());
      ids.add(id);
    }

    private void cancelSomething() {
      OrderId id = ids.get(random.nextInt(ids.size()));
      if (fixture.channel.order(id).status() == OrderStatus.AWAITING_SHIPMENT) {
        fixture.channel.change(id, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));
      }
    }

    private void askToCancelOrDropIt() {
      OrderId id = ids.get(random.nextInt(ids.size()));
      Set<OrderTrait> traits =
          fixture.channel.order(id).is(OrderTrait.BUYER_CANCEL_REQUESTED)
              ? Set.of(OrderTrait.CHANNEL_HOLD)
              : Set.of(OrderTrait.CHANNEL_HOLD, OrderTrait.BUYER_CANCEL_REQUESTED);
      fixture.channel.change(id, order -> order.traits(traits));
    }

    private void tryAgain() {
      try {
        fixture.router.reviews().stream()
            .flatMap(review -> review.repairs().stream())
            .filter(repair -> repair.kind() == Repair.Kind.TRY_AGAIN)
            .forEach(repair -> repair.apply("pat"));
      } catch (Faults.Crash crash) {
        fixture.restart();
      }
    }

    /** Adds a parcel with the next units of each order that is not shipped as a whole. */
    private void shipSomething(int atLeast) {
      for (FulfillmentOrderId id : fixture.network.taken()) {
        FulfillmentSnapshot snapshot = fixture.network.snapshot(id);
        boolean stopped = snapshot.status() == FulfillmentStatus.CANCELLED;
        if (!stopped && (atLeast > 0 || random.nextBoolean())) {
          shipNext(id, snapshot);
        }
      }
    }

    private void shipNext(FulfillmentOrderId id, FulfillmentSnapshot snapshot) {
      Map<String, Integer> left = new HashMap<>();
      snapshot.items().forEach(item -> left.put(item.id(), item.ordered()));
      for (Shipment shipment : snapshot.shipments()) {
        shipment
            .packages()
            .get(0)
            .contents()
            .forEach(content -> left.merge(content.itemId(), -content.quantity(), Integer::sum));
      }
      for (FulfillmentSnapshot.Item item : snapshot.items()) {
        int rest = left.getOrDefault(item.id(), 0);
        if (rest > 0) {
          List<Shipment> shipments = new ArrayList<>(snapshot.shipments());
          String name = "S" + (shipments.size() + 1);
          shipments.add(
              FakeFulfillmentNetwork.shipment(
                  name,
                  FakeFulfillmentNetwork.parcel(
                      "1",
                      id + "-" + name,
                      FakeFulfillmentNetwork.units(item.id(), 1 + random.nextInt(rest)))));
          fixture.network.shipments(id, shipments.toArray(Shipment[]::new));
          return;
        }
      }
    }

    private void runOrCrash() {
      try {
        fixture.run();
      } catch (Faults.Crash crash) {
        fixture.restart();
      }
    }

    private void check(OrderId id) {
      RoutingRecord record = fixture.record(id);
      String story = "seed " + seed + ", " + fixture.router.explain(id).orElseThrow();
      assertThat(record.state()).as(story).isIn(SETTLED);
      assertThat(
              fixture.network.taken().stream()
                  .filter(one -> one.possibleOrders("TTS").contains(id)))
          .as(story)
          .hasSizeLessThanOrEqualTo(1);
      Map<LineItemId, Integer> told = new HashMap<>();
      for (ShipmentConfirmation confirmation : fixture.channel.confirmations()) {
        if (confirmation.orderId().equals(id)) {
          confirmation.lineItems().forEach(item -> told.merge(item, 1, Integer::sum));
          assertThat(record.packages())
              .as(story)
              .anySatisfy(parcel -> assertBelongs(parcel, confirmation));
        }
      }
      assertThat(told.values()).as(story).allMatch(times -> times == 1);
      if (record.state() == RoutingState.SHIPPED) {
        assertThat(told).as(story).hasSameSizeAs(fixture.channel.order(id).lineItems());
      }
      if (record.state() == RoutingState.CANCELLED) {
        assertThat(told).as(story).isEmpty();
        assertThat(fixture.network.taken().stream().filter(fixture.first(id)::equals))
            .as(story)
            .allMatch(
                taken -> fixture.network.snapshot(taken).status() == FulfillmentStatus.CANCELLED);
      }
    }

    private static void assertBelongs(TrackedPackage parcel, ShipmentConfirmation confirmation) {
      assertThat(parcel.parcel().trackingNumber()).isEqualTo(confirmation.number());
      assertThat(parcel.lineItems()).containsExactlyElementsOf(confirmation.lineItems());
    }
  }
}
