// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static io.mcfconnector.tiktok.SimulatedShop.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.testkit.MutableClock;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine whose clock is wrong signs with TikTok's time, once TikTok refused its own. */
class SkewedClockIT {

  private static final String INVALID_TIME =
      "{\"code\":36009004,\"message\":\"Invalid timestamp.\",\"data\":null}";

  private final SimulatedShop shop = SimulatedShop.start();
  private final MutableClock clock = MutableClock.at(START);
  private final TikTokShopClient client = shop.clientBuilder().clock(clock).build();

  @AfterEach
  void close() {
    client.close();
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT31S", "PT-5M-1S", "PT-8H", "PT14H"})
  void read_clockIsWrong_isRepeatedOnceAndLaterCallsAreRightAtOnce(Duration skew) {
    clock.advance(skew);

    client.logistics().getWarehouses();
    client.logistics().getWarehouses();

    // Once for the lookup of the shop cipher, which is the first call.
    assertThat(statuses("getAuthorizedShops")).containsExactly(400, 200);
    assertThat(statuses("getWarehouses")).containsExactly(200, 200);
  }

  @Test
  void write_clockTurnsWrong_isDoneOnce() {
    shop.addOpenOrder();
    clock.set(shop.time.clock().instant());
    client.logistics().getWarehouses();
    clock.advance(Duration.ofMinutes(10));

    TikTokSalesChannel.of(client)
        .confirmShipment(
            shop.confirmation("TBA600000000022", shop.unit(0), shop.unit(1), shop.unit(2)));

    assertThat(statuses("markPackageAsShipped")).containsExactly(400, 200);
    assertThat(shop.read(SimulatedShop.ORDER).status()).isEqualTo(OrderStatus.AWAITING_COLLECTION);
  }

  @Test
  void read_clockIsSetRightLater_followsIt() {
    clock.advance(Duration.ofHours(-1));
    client.logistics().getWarehouses();
    clock.set(START);

    client.logistics().getWarehouses();

    assertThat(statuses("getWarehouses")).containsExactly(200, 400, 200);
  }

  @Test
  void read_clockIsDaysOff_failsAndSaysWhatToDo() {
    clock.advance(Duration.ofHours(25));

    ApiException problem = failure(client);

    assertThat(problem.kind()).isEqualTo(FailureKind.CALLER_FAULT);
    assertThat(problem).hasMessageContaining("set its clock");
    assertThat(statuses("getAuthorizedShops")).containsExactly(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mon, 23 Nov 2026 03:20:07 GMT", "today", "-1", ""})
  void read_timeRefusedWithoutAUsefulDate_failsAtOnce(String date) {
    try (ShopServer server = new ShopServer()) {
      server.answers(timeRefused(date)).answers(timeRefused(date));

      assertThat(failure(server.client()).kind()).isEqualTo(FailureKind.CALLER_FAULT);

      assertThat(server.requests()).isOne();
    }
  }

  @Test
  void read_correctedTimeRefusedToo_isNotRepeatedForEver() {
    try (ShopServer server = new ShopServer()) {
      server
          .answers(timeRefused("Mon, 23 Nov 2026 04:20:00 GMT"))
          .answers(timeRefused("Mon, 23 Nov 2026 05:20:00 GMT"))
          .answers(timeRefused("Mon, 23 Nov 2026 06:20:00 GMT"));

      assertThat(failure(server.client()).kind()).isEqualTo(FailureKind.CALLER_FAULT);

      assertThat(server.requests()).isEqualTo(2);
    }
  }

  private static MockResponse timeRefused(String date) {
    return new MockResponse.Builder().body(INVALID_TIME).setHeader("Date", date).build();
  }

  private static ApiException failure(TikTokShopClient client) {
    return Objects.requireNonNull(
        catchThrowableOfType(ApiException.class, () -> client.logistics().getWarehouses()));
  }

  private List<Integer> statuses(String operation) {
    return shop.tiktok.exchanges(operation).stream()
        .map(Exchange::reply)
        .filter(Objects::nonNull)
        .map(Reply::status)
        .toList();
  }
}
