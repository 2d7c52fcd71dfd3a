// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.CarrierMapper;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.TaskScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RouterLifeTest {

  private static final OrderId ID = OrderId.of("1001");

  private final RouterFixture fixture = new RouterFixture();

  @Test
  void build_nothingSet_listsEveryProblem() {
    assertThatThrownBy(() -> OrderRouter.builder().build())
        .asInstanceOf(type(ConfigurationException.class))
        .extracting(ConfigurationException::problems)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
        .containsExactly(
            "salesChannel is required: at least one",
            "fulfillmentNetwork is required",
            "store is required",
            "scheduler is required",
            "skuMapper is required");
  }

  @Test
  void build_badValues_listsEveryProblem() {
    OrderRouterBuilder builder =
        OrderRouter.builder()
            .salesChannel(fixture.channel)
            .salesChannel(fixture.channel)
            .fulfillmentNetwork(fixture.network)
            .store(fixture.store)
            .scheduler(fixture.scheduler)
            .skuMapper(SkuMapper.identity())
            .carrierMapper(CarrierMapper.byName())
            .orderPollInterval(Duration.ZERO)
            .trackingSyncInterval(Duration.ofSeconds(-1))
            .inventorySyncInterval(Duration.ZERO)
            .lookback(Duration.ofSeconds(-1))
            .hold(Duration.ofSeconds(-1))
            .settleTime(Duration.ofSeconds(-1))
            .unknownStockGrace(Duration.ofSeconds(-1));
    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(
            "names the same shop",
            "orderPollInterval",
            "trackingSyncInterval",
            "inventorySyncInterval",
            "lookback",
            "hold",
            "settleTime",
            "unknownStockGrace");
  }

  @Test
  void start_handsEveryDutyToTheScheduler_once() {
    fixture.router.start();
    fixture.router.start();
    assertThat(fixture.scheduler.names())
        .containsExactly(
            "intake/TTS/7001",
            "place/SELLER-1",
            "sweep/SELLER-1",
            "confirm/TTS/7001",
            "stock/SELLER-1",
            "housekeeping/SELLER-1");
    assertThat(fixture.scheduler.interval("intake/TTS/7001")).isEqualTo(Duration.ofMinutes(1));
    assertThat(fixture.scheduler.interval("sweep/SELLER-1")).isEqualTo(Duration.ofMinutes(5));
    assertThat(fixture.scheduler.interval("stock/SELLER-1")).isEqualTo(Duration.ofMinutes(1));
    fixture.router.close();
  }

  @Test
  void intake_readyOrder_wakesPlacing() {
    fixture.router.start();
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.scheduler.run("intake/TTS/7001");
    assertThat(fixture.scheduler.runWoken()).containsExactly("place/SELLER-1");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void sweep_parcelWithANumber_wakesConfirming() {
    fixture.router.start();
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.scheduler.run("intake/TTS/7001");
    fixture.scheduler.runWoken();
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.scheduler.run("sweep/SELLER-1");
    assertThat(fixture.scheduler.runWoken()).containsExactly("confirm/TTS/7001");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void close_endsEveryTask_twiceDoesNothing_andStartFailsAfterwards() {
    fixture.router.start();
    assertThat(fixture.scheduler.open()).isEqualTo(6);
    fixture.router.close();
    fixture.router.close();
    assertThat(fixture.scheduler.open()).isZero();
    assertThatThrownBy(fixture.router::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void close_whileStarting_leavesNoTaskOpen() {
    List<OrderRouter> starting = new ArrayList<>();
    TaskScheduler slow =
        (name, interval, task) -> {
          TaskScheduler.Handle handle = fixture.scheduler.schedule(name, interval, task);
          if (name.startsWith("sweep")) {
            starting.get(0).close();
          }
          return handle;
        };
    starting.add(fixture.newRouter(builder -> builder.scheduler(slow)));
    starting.get(0).start();

    assertThat(fixture.scheduler.open()).isZero();
    assertThat(fixture.scheduler.names()).hasSize(3);
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.scheduler.run("intake/TTS/7001");
    assertThat(fixture.router.status(ID)).isEmpty();
  }

  @Test
  void close_thenNothingRunsAnyMore() {
    fixture.place("1001", "A");
    fixture.router.close();
    assertThatThrownBy(() -> fixture.router.route(ID)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> fixture.router.runDue()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> fixture.router.runDue(Duty.SWEEP))
        .isInstanceOf(IllegalStateException.class);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void close_dutiesCutShort_losesNoChange() {
    fixture.place("1001", "A");
    fixture.place("1002", "A");
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.shipAll(OrderId.of("1002"), "1Z2", PackageStatus.SHIPPED);
    fixture.clock.advance(Duration.ofHours(1));
    OrderRouter closing = fixture.newRouter(builder -> builder);
    // Closed while its sweep looks at the first order: the second must not count as seen.
    fixture.faults.failWhile("find", FailureKind.UNAVAILABLE, closing::close);
    closing.runDue();
    fixture.restart();
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.state(OrderId.of("1002"))).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void listenerThatThrows_hurtsNothing() {
    List<RouterEvent> heard = new ArrayList<>();
    fixture.router =
        fixture.newRouter(
            builder ->
                builder
                    .listener(
                        event -> {
                          throw new IllegalStateException("listener");
                        })
                    .listener(heard::add));
    fixture.place("1001", "A");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(heard).hasSize(4);
  }

  @Test
  void explain_printsTheStory() {
    fixture.place("1001", "A");
    assertThat(fixture.router.explain(ID).orElseThrow().toString().lines())
        .containsExactly(
            "Order 1001 is PLACED",
            "  2026-03-02T12:00:00Z  assess/eligible: paid, free to ship, address complete",
            "  2026-03-02T12:00:00Z  place/intent: will ask for TTS-1001, attempt 1",
            "  2026-03-02T12:00:00Z  place/accepted: the network accepted TTS-1001");
  }

  @Test
  void explain_ofAHeldOrder_printsItsFacts() {
    fixture.channel.put(fixture.order("1001", "A").status(OrderStatus.UNPAID, "UNPAID").build());
    fixture.run();
    assertThat(fixture.router.explain(ID).orElseThrow().toString())
        .endsWith("assess/unpaid: not paid yet {until=2026-03-02T12:15:00Z}");
  }

  @Test
  void nothing_thatIsKeptOrTold_holdsBuyerData() {
    fixture.faults.fail("create", FailureKind.NO_ANSWER).fail("create", FailureKind.REFUSED);
    fixture.place("1001", "A");
    fixture.pass(Duration.ofMinutes(2));
    fixture.place("1002", "A");
    fixture.place("1003", "X");
    fixture.channel.put(
        fixture
            .order("1004", "A")
            .destination(RouterFixture.CANARY.toBuilder().postalCode("0").build())
            .build());
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(OrderId.of("1002"), "1Z2", PackageStatus.SHIPPED);
    fixture.run();

    StringBuilder told = new StringBuilder();
    fixture.events.forEach(event -> told.append(event).append('\n'));
    fixture
        .events(RouterEvent.StepFailed.class)
        .forEach(event -> told.append(event.problem()).append('\n'));
    fixture.router.reviews().forEach(told::append);
    for (String id : List.of("1001", "1002", "1003", "1004")) {
      told.append(fixture.router.explain(OrderId.of(id)));
      told.append(fixture.record(OrderId.of(id)));
      told.append(fixture.record(OrderId.of(id)).decisions());
      told.append(fixture.record(OrderId.of(id)).intent());
      told.append(fixture.record(OrderId.of(id)).lineItems());
      told.append(fixture.record(OrderId.of(id)).destination());
      told.append(fixture.channel.order(OrderId.of(id)));
    }
    fixture.network.requests().forEach(told::append);
    Address canary = RouterFixture.CANARY;
    assertThat(fixture.network.requests()).isNotEmpty();
    assertThat(told.toString().toLowerCase(Locale.ROOT))
        .doesNotContain(
            "zanzibara", "quillfeather", "snorkelberry", "4711", "0147", canary.postalCode());
  }
}
