// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static io.mcfconnector.testkit.amazon.Bodies.line2020;
import static io.mcfconnector.testkit.amazon.Bodies.line2026;
import static io.mcfconnector.testkit.amazon.Bodies.order2020;
import static io.mcfconnector.testkit.amazon.Bodies.order2026;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.MutableClock;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListIT {

  private static final String ORDERS_2026 = Caller.V2026 + "/orders";

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-09-01T14:00:00Z"));
  private final SellingPartnerSimulator simulator =
      SellingPartnerSimulator.builder(clock).pageSize(2).start();
  private final Caller caller = Caller.authorized(simulator);

  @BeforeEach
  void place() {
    simulator.stock("MUG", 100);
    for (int i = 1; i <= 5; i++) {
      if (i % 2 == 0) {
        caller.post(Caller.V2020, order2020("O" + i, line2020("L1", "MUG", 2)));
      } else {
        caller.post(ORDERS_2026, order2026("O" + i, line2026("L1", "MUG", "2")));
      }
      clock.advance(Duration.ofMinutes(1));
    }
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void list_allPages_showsEveryOrderOfBothVersionsOnce() {
    List<String> older = new ArrayList<>();
    String next = "";
    do {
      Caller.Answer page =
          caller.get(Caller.V2020 + (next.isEmpty() ? "" : "?nextToken=" + encoded(next)));
      page.list("payload.fulfillmentOrders")
          .forEach(order -> older.add(member(order, "sellerFulfillmentOrderId")));
      Object token = page.at("payload.nextToken");
      next = token == null ? "" : token.toString();
    } while (!next.isEmpty());
    List<String> newer = new ArrayList<>();
    do {
      Caller.Answer page =
          caller.get(ORDERS_2026 + (next.isEmpty() ? "" : "?pageToken=" + encoded(next)));
      page.list("orders").forEach(order -> newer.add(member(order, "orderId")));
      Object token = page.at("pagination.nextToken");
      next = token == null ? "" : token.toString();
    } while (!next.isEmpty());

    assertThat(older).containsExactlyInAnyOrder("O1", "O2", "O3", "O4", "O5");
    assertThat(newer).containsExactlyInAnyOrder("O1", "O2", "O3", "O4", "O5");
  }

  @Test
  void list_sinceATime_showsWhatChangedAtOrAfterIt() {
    // At 14:05 the first order is planned and the third one gets Amazon's number.
    assertThat(caller.get(ORDERS_2026 + "?updatedAfter=2026-09-01T14:05:00Z").list("orders"))
        .extracting(order -> member(order, "orderId"))
        .containsExactlyInAnyOrder("O1", "O3");
    assertThat(
            caller
                .get(Caller.V2020 + "?queryStartDate=2026-09-01T14:05:00Z")
                .list("payload.fulfillmentOrders"))
        .extracting(order -> member(order, "sellerFulfillmentOrderId"))
        .containsExactlyInAnyOrder("O1", "O3");
    assertThat(caller.get(ORDERS_2026 + "?updatedAfter=2026-09-01T14:06:00Z").list("orders"))
        .isEmpty();
  }

  @Test
  void list_shipmentsExcluded_leavesThemOut() {
    Caller.Answer with = caller.get(ORDERS_2026);
    Caller.Answer without = caller.get(ORDERS_2026 + "?shipments=EXCLUDE");

    assertThat(with.at("orders.0.shipments")).isNotNull();
    assertThat(without.at("orders.0.shipments")).isNull();
    assertThat(without.at("orders.0.destination.deliveryAddress.name")).isEqualTo("Ada Example");
  }

  @Test
  void list_badTimeOrToken_isRefused() {
    assertThat(caller.get(ORDERS_2026 + "?updatedAfter=yesterday").error())
        .isEqualTo("400 InvalidInput: Invalid Input");
    assertThat(caller.get(Caller.V2020 + "?queryStartDate=2026-09-01").status()).isEqualTo(400);
    assertThat(caller.get(Caller.V2020 + "?nextToken=x").error())
        .isEqualTo("400 InvalidInput: Next token is invalid or expired");
    String token = caller.get(ORDERS_2026).text("pagination.nextToken");
    assertThat(caller.get(ORDERS_2026 + "?pageToken=" + token).status()).isEqualTo(400);
    String other = "?shipments=EXCLUDE&pageToken=" + encoded(token);
    assertThat(caller.get(ORDERS_2026 + other).status()).isEqualTo(400);
    assertThat(caller.get(ORDERS_2026 + "?pageToken=" + encoded(token)).status()).isEqualTo(200);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String member(Object object, String name) {
    return String.valueOf(((Map<?, ?>) object).get(name));
  }
}
