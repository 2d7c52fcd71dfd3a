// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NoticeTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final String INTAKE = "intake/TTS/7001";
  private static final String SWEEP = "sweep/SELLER-1";

  private final RouterFixture fixture = new RouterFixture();

  private Notice orderChanged(String id, OrderId order) {
    return new Notice.OrderChanged(id, fixture.channel.shop(), order, fixture.clock.instant());
  }

  private Notice fulfillmentOrderChanged(String id, OrderId order) {
    return new Notice.FulfillmentOrderChanged(id, fixture.first(order), fixture.clock.instant());
  }

  private void startAndRunAll() {
    fixture.router.start();
    fixture.scheduler.names().forEach(fixture.scheduler::run);
  }

  @Test
  void accept_ofAnOrder_leadsItToTheNetworkWithoutAPoll() {
    startAndRunAll();
    long polls = fixture.faults.calls("findChangedOrders");
    fixture.channel.put(fixture.order("1001", "A").build());

    assertThat(fixture.router.accept(orderChanged("n1", ID))).isTrue();

    assertThat(fixture.scheduler.runWoken()).containsExactly(INTAKE, "place/SELLER-1");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.faults.calls("findChangedOrders")).isEqualTo(polls);
  }

  @Test
  void accept_whileNoticesKeepComing_doesNotKeepPollsAway() {
    startAndRunAll();
    long polls = fixture.faults.calls("findChangedOrders");
    for (int second = 0; second < 120; second += 20) {
      fixture.clock.advance(Duration.ofSeconds(20));
      fixture.router.accept(orderChanged("n" + second, ID));
      fixture.scheduler.runWoken();
    }

    assertThat(fixture.faults.calls("findChangedOrders")).isEqualTo(polls + 2);
  }

  @Test
  void accept_ofTheSameAgain_isFalseAndReadsNothing() {
    startAndRunAll();
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.router.accept(orderChanged("n1", ID));
    fixture.scheduler.runWoken();
    long reads = fixture.faults.calls("findOrders");

    assertThat(fixture.router.accept(orderChanged("n1", ID))).isFalse();
    assertThat(fixture.scheduler.runWoken()).isEmpty();
    fixture.router.runDue(Duty.INTAKE);

    assertThat(fixture.faults.calls("findOrders")).isEqualTo(reads);
  }

  @Test
  void accept_ofAForeignShop_isFalseAndKeepsNothing() {
    Notice foreign = new Notice.OrderChanged("n1", ShopId.of("9999"), ID, fixture.clock.instant());

    assertThat(fixture.router.accept(foreign)).isFalse();
    assertThat(fixture.faults.calls("store.post")).isZero();
  }

  @Test
  void accept_ofAForeignFulfillmentOrder_isFalse() {
    fixture.place("1001", "A");
    for (String id : new String[] {"TTS-9999", "OTHER-1001", "TTS-1001-2"}) {
      assertThat(
              fixture.router.accept(
                  new Notice.FulfillmentOrderChanged(
                      id, FulfillmentOrderId.of(id), fixture.clock.instant())))
          .isFalse();
    }
    assertThat(fixture.router.accept(fulfillmentOrderChanged("n1", ID))).isTrue();
  }

  @Test
  void accept_whenTheStoreFails_throwsAndTheRepeatIsTaken() {
    fixture.faults.fail("store.post", new StoreException("disk full"));

    assertThatThrownBy(() -> fixture.router.accept(orderChanged("n1", ID)))
        .isInstanceOf(StoreException.class);
    assertThat(fixture.router.accept(orderChanged("n1", ID))).isTrue();
  }

  @Test
  void accept_afterClose_isRefused() {
    fixture.router.close();

    assertThatThrownBy(() -> fixture.router.accept(orderChanged("n1", ID)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noticedOrders_areReadInOneCall_eachOnce() {
    for (int order = 0; order < 40; order++) {
      fixture.channel.put(fixture.order("20" + order, "A").build());
      fixture.router.accept(orderChanged("a" + order, OrderId.of("20" + order)));
    }
    fixture.router.accept(orderChanged("b", OrderId.of("200")));

    fixture.router.runDue(Duty.INTAKE);

    assertThat(fixture.faults.calls("findOrders")).isEqualTo(1);
    assertThat(fixture.events(RouterEvent.NoticeFollowed.class)).hasSize(41);
  }

  @Test
  void noticedOrder_thatTheShopDoesNotShow_changesNothing() {
    fixture.router.accept(orderChanged("n1", ID));

    fixture.run();
    fixture.run();

    assertThat(fixture.router.status(ID)).isEmpty();
    assertThat(fixture.faults.calls("findOrders")).isEqualTo(1);
  }

  @Test
  void noticedOrder_whileTheShopCannotBeRead_isLookedAtAgain() {
    startAndRunAll();
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.faults.fail("findOrders", FailureKind.UNAVAILABLE);
    fixture.faults.fail("findChangedOrders", FailureKind.UNAVAILABLE);
    fixture.router.accept(orderChanged("n1", ID));
    fixture.scheduler.run(INTAKE);
    assertThat(fixture.router.status(ID)).isEmpty();

    fixture.scheduler.run(INTAKE);

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);
    assertThat(fixture.faults.calls("findOrders")).isEqualTo(2);
    assertThat(fixture.events(RouterEvent.NoticeFollowed.class)).hasSize(1);
  }

  @Test
  void noticedOrder_withAnIdTheShopRefuses_hidesNoOther() {
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.faults.fail("findOrders", FailureKind.REFUSED).fail("findOrders", FailureKind.REFUSED);
    fixture.router.accept(orderChanged("n1", OrderId.of("no-such-id")));
    fixture.router.accept(orderChanged("n2", ID));

    fixture.router.runDue(Duty.INTAKE);

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);
    assertThat(fixture.events(RouterEvent.OrderUnreadable.class))
        .extracting(RouterEvent.OrderUnreadable::orderId)
        .containsExactly(OrderId.of("no-such-id"));
    assertThat(fixture.router.status(OrderId.of("no-such-id"))).isEmpty();
    assertThat(fixture.events(RouterEvent.NoticeFollowed.class)).hasSize(2);
  }

  @Test
  void crash_betweenReadingAndSettling_onlyReadsAgain() {
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.router.accept(orderChanged("n1", ID));
    fixture.faults.fail("store.settle", new Faults.Crash());
    assertThatThrownBy(() -> fixture.router.runDue(Duty.INTAKE)).isInstanceOf(Faults.Crash.class);
    fixture.restart();

    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests()).hasSize(1);
    assertThat(fixture.faults.calls("findOrders")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void close_whileNoticesAreFollowed_losesNone() {
    OrderId other = OrderId.of("1002");
    fixture.place("1001", "A");
    fixture.place("1002", "A");
    // Read by their ids just now, so nothing but the notices leads to them for hours.
    fixture.runAfter(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.shipAll(other, "1Z2", PackageStatus.SHIPPED);
    fixture.router.accept(fulfillmentOrderChanged("n1", ID));
    fixture.router.accept(fulfillmentOrderChanged("n2", other));
    OrderRouter closing = fixture.router;
    fixture.faults.failWhile("find", FailureKind.UNAVAILABLE, closing::close);
    closing.runDue(Duty.SWEEP);
    fixture.restart();
    fixture.faults.fail("findChangedFulfillments", FailureKind.UNAVAILABLE);

    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.state(other)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void accept_ofAFulfillmentOrder_leadsItsTrackingToTheShopWithoutASweep() {
    startAndRunAll();
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.scheduler.run(INTAKE);
    fixture.scheduler.runWoken();
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    long sweeps = fixture.faults.calls("findChangedFulfillments");

    assertThat(fixture.router.accept(fulfillmentOrderChanged("n1", ID))).isTrue();

    assertThat(fixture.scheduler.runWoken()).containsExactly(SWEEP, "confirm/TTS/7001");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.faults.calls("findChangedFulfillments")).isEqualTo(sweeps);
  }

  @Test
  void accept_ofStock_wakesAStockCycle() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 0);
    startAndRunAll();
    fixture.network.stock("M-A", 5);

    fixture.router.accept(new Notice.StockChanged("n1", Msku.of("M-A"), fixture.clock.instant()));

    assertThat(fixture.scheduler.runWoken()).containsExactly("stock/SELLER-1");
    assertThat(fixture.events(RouterEvent.StockPublished.class)).hasSize(1);
    assertThat(fixture.scheduler.runWoken()).isEmpty();
  }

  @Test
  void noticeFollowed_tellsHowMuchLaterAPollWouldHaveCome() {
    startAndRunAll();
    fixture.clock.advance(Duration.ofSeconds(10));
    Notice notice = orderChanged("n1", ID);
    fixture.router.accept(notice);
    Notice old = new Notice.OrderChanged("n2", fixture.channel.shop(), ID, RouterFixture.START);
    fixture.router.accept(old);
    fixture.clock.advance(Duration.ofSeconds(1));

    fixture.scheduler.runWoken();

    assertThat(fixture.events(RouterEvent.NoticeFollowed.class))
        .containsExactly(
            new RouterEvent.NoticeFollowed(
                fixture.clock.instant(), Duty.INTAKE, notice, Duration.ofSeconds(50)),
            new RouterEvent.NoticeFollowed(
                fixture.clock.instant(), Duty.INTAKE, old, Duration.ZERO));
  }

  @Test
  void housekeeping_forgetsSettledNoticesAfterADay() {
    fixture.router.accept(orderChanged("n1", ID));
    fixture.run();
    fixture.runAfter(Duration.ofHours(23));
    assertThat(fixture.router.accept(orderChanged("n1", ID))).isFalse();

    fixture.runAfter(Duration.ofHours(2));

    assertThat(fixture.router.accept(orderChanged("n1", ID))).isTrue();
  }
}
