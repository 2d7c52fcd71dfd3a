// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static io.mcfconnector.testkit.amazon.Bodies.line2020;
import static io.mcfconnector.testkit.amazon.Bodies.order2020;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.testkit.MutableClock;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InventoryIT {

  private static final String PATH = "/fba/inventory/v1/summaries";
  private static final String ALL =
      PATH
          + "?granularityType=Marketplace&granularityId=ATVPDKIKX0DER"
          + "&marketplaceIds=ATVPDKIKX0DER&details=true";
  private static final String FIRST = "payload.inventorySummaries.0.";
  private static final String DETAILS = FIRST + "inventoryDetails.";

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-09-01T14:00:00Z"));
  private final SellingPartnerSimulator simulator =
      SellingPartnerSimulator.builder(clock).withoutQuota().pageSize(2).start();
  private final Caller caller = Caller.authorized(simulator);

  @BeforeEach
  void stock() {
    simulator.stock("MUG", 10);
    simulator.stock("CUP", 20);
    simulator.stock("A&B 1", 30);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void summaries_bySku_leavesUnknownOnesOut() {
    Caller.Answer answer = caller.get(ALL + "&sellerSkus=MUG,NONE," + encoded("A&B 1"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.list("payload.inventorySummaries")).hasSize(2);
    assertThat(answer.text(FIRST + "sellerSku")).isEqualTo("MUG");
    assertThat(answer.number(DETAILS + "fulfillableQuantity")).isEqualTo(10);
    assertThat(answer.text("payload.inventorySummaries.1.sellerSku")).isEqualTo("A&B 1");
    assertThat(answer.at("pagination")).isNull();
    assertThat(answer.headers()).containsEntry("x-amzn-ratelimit-limit", "2.0");
    assertThat(caller.get(ALL + "&sellerSku=CUP").number(DETAILS + "fulfillableQuantity"))
        .isEqualTo(20);
    assertThat(caller.get(ALL + "&sellerSkus=NONE").list("payload.inventorySummaries")).isEmpty();
  }

  @Test
  void summaries_withoutDetails_lacksThem() {
    Caller.Answer answer = caller.get(ALL.replace("&details=true", "") + "&sellerSkus=MUG");

    assertThat(answer.at(FIRST + "inventoryDetails")).isNull();
    assertThat(answer.number(FIRST + "totalQuantity")).isEqualTo(10);
  }

  @Test
  void summaries_afterAnOrder_countsItsUnitsAsReservedUntilTheyShip() {
    caller.post(Caller.V2020, order2020("A", line2020("L1", "MUG", 3)));

    Caller.Answer placed = caller.get(ALL + "&sellerSkus=MUG");
    assertThat(placed.number(DETAILS + "fulfillableQuantity")).isEqualTo(7);
    assertThat(placed.number(DETAILS + "reservedQuantity.pendingCustomerOrderQuantity"))
        .isEqualTo(3);
    assertThat(placed.number(FIRST + "totalQuantity")).isEqualTo(10);
    clock.advance(Duration.ofHours(8));
    Caller.Answer shipped = caller.authorize().get(ALL + "&sellerSkus=MUG");
    assertThat(shipped.number(DETAILS + "fulfillableQuantity")).isEqualTo(7);
    assertThat(shipped.number(FIRST + "totalQuantity")).isEqualTo(7);
  }

  @Test
  void summaries_withLag_showOrdersLater() {
    try (SellingPartnerSimulator slow =
        SellingPartnerSimulator.builder(clock)
            .withoutQuota()
            .stockLag(Duration.ofMinutes(10))
            .start()) {
      slow.stock("MUG", 10);
      Caller slowly = Caller.authorized(slow);
      slowly.post(Caller.V2020, order2020("A", line2020("L1", "MUG", 3)));
      clock.advance(Duration.ofMinutes(9));
      assertThat(slowly.get(ALL).number(DETAILS + "fulfillableQuantity")).isEqualTo(10);
      assertThat(slow.stock("MUG")).isEqualTo(7);
      clock.advance(Duration.ofMinutes(1));
      Caller.Answer seen = slowly.get(ALL);
      assertThat(seen.number(DETAILS + "fulfillableQuantity")).isEqualTo(7);
      assertThat(seen.text(FIRST + "lastUpdatedTime")).isEqualTo("2026-09-01T14:10:00Z");
      slowly.post(Caller.V2020, order2020("B", line2020("L1", "MUG", 1)));
      assertThat(slowly.get(ALL).number(DETAILS + "fulfillableQuantity")).isEqualTo(7);
    }
  }

  @Test
  void summaries_allSkus_comeInPagesWhoseTokenLivesHalfAMinute() {
    Caller.Answer first = caller.get(ALL);
    assertThat(first.list("payload.inventorySummaries")).hasSize(2);
    String next = "&nextToken=" + encoded(first.text("pagination.nextToken"));

    clock.advance(Duration.ofSeconds(30));
    Caller.Answer second = caller.get(ALL + next);
    assertThat(second.list("payload.inventorySummaries")).hasSize(1);
    assertThat(second.at("pagination")).isNull();
    clock.advance(Duration.ofSeconds(1));

    assertThat(caller.get(ALL + next).error())
        .isEqualTo("400 InvalidInput: Next token is invalid or expired");
  }

  @Test
  void summaries_sinceATime_showsChangedSkus() {
    clock.advance(Duration.ofMinutes(10));
    simulator.stock("CUP", 19);

    Caller.Answer changed = caller.get(ALL + "&startDateTime=2026-09-01T14:10:00Z&sellerSkus=MUG");

    assertThat(changed.list("payload.inventorySummaries")).hasSize(1);
    assertThat(changed.text(FIRST + "sellerSku")).isEqualTo("CUP");
    assertThat(caller.get(ALL + "&startDateTime=soon").text("errors.0.details"))
        .isEqualTo("Query parameter [startDateTime] value is not a valid ISO date-time object.");
    assertThat(caller.get(ALL + "&startDateTime=2024-09-01T14:00:00Z").error())
        .startsWith("400 InvalidInput: Query startDateTime cannot not be earlier than");
  }

  @Test
  void summaries_againstTheRules_areRefused() {
    String skus =
        IntStream.rangeClosed(1, 51).mapToObj(i -> "S" + i).collect(Collectors.joining(","));
    assertThat(caller.get(ALL + "&sellerSkus=" + skus).status()).isEqualTo(400);
    assertThat(caller.get(PATH).status()).isEqualTo(400);
    assertThat(caller.get(ALL.replace("=Marketplace", "=Country")).status()).isEqualTo(400);
    assertThat(caller.get(ALL.replace("marketplaceIds=", "marketplaceIds=A1,")).status())
        .isEqualTo(400);
    assertThat(caller.get(ALL.replace("&marketplaceIds=ATVPDKIKX0DER", "")).status())
        .isEqualTo(400);
    assertThat(caller.get(ALL.replace("granularityId=ATVPDKIKX0DER", "granularityId=X")).status())
        .isEqualTo(400);
    assertThat(caller.get(ALL.replace("details=true", "details=yes")).status()).isEqualTo(400);
    assertThat(caller.get(ALL.replace("ATVPDKIKX0DER", "A1PA6795UKMFR9")).status()).isEqualTo(403);
  }

  @Test
  void stock_forgottenSku_isUnknownToCreatesAndCounts() {
    caller.post(Caller.V2020, order2020("A", line2020("L1", "MUG", 3)));

    simulator.forgetSku("MUG");

    assertThat(simulator.stock("MUG")).isZero();
    assertThat(caller.get(ALL + "&sellerSkus=MUG").list("payload.inventorySummaries")).isEmpty();
    assertThat(caller.post(Caller.V2020, order2020("B", line2020("L1", "MUG", 3))).error())
        .contains("the SellerSKU for Item Id: L1 is invalid.");
    clock.advance(Duration.ofDays(1));
    assertThat(simulator.order("A").orElseThrow().status()).isEqualTo("Complete");
    assertThatThrownBy(() -> simulator.stock("MUG", -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
