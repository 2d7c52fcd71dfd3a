// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static io.mcfconnector.testkit.amazon.Bodies.line2026;
import static io.mcfconnector.testkit.amazon.Bodies.order2026;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.testkit.MutableClock;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.http.Fault;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsIT {

  private static final String ORDERS = Caller.V2026 + "/orders";

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-09-01T14:00:00Z"));
  private final SellingPartnerSimulator simulator = SellingPartnerSimulator.start(clock);
  private final Caller caller = Caller.authorized(simulator);

  @BeforeEach
  void stock() {
    simulator.stock("MUG", 10);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void fault_beforeTheEffect_leavesNoOrder() {
    simulator.faults().next("createOrder", Fault.throttled(), Fault.errorBefore(503));

    Caller.Answer throttled = create("A");
    Caller.Answer failed = create("A");

    assertThat(throttled.error()).startsWith("429 QuotaExceeded");
    assertThat(failed.error()).startsWith("503 ServiceUnavailable");
    assertThat(failed.headers()).containsKey("x-amzn-requestid");
    assertThat(simulator.orders()).isEmpty();
  }

  @Test
  void fault_afterTheEffect_leavesTheOrder() {
    simulator.faults().next("createOrder", Fault.errorAfter(500), Fault.dropAfter());

    assertThat(create("A").error()).startsWith("500 InternalFailure");
    assertThatThrownBy(() -> create("B")).isInstanceOf(UncheckedIOException.class);

    assertThat(simulator.orders())
        .extracting(FulfillmentOrderSnapshot::id)
        .containsExactly("A", "B");
    assertThat(simulator.exchanges("createOrder")).extracting(Exchange::fault).doesNotContainNull();
  }

  @Test
  void exchanges_ofOneOperation_tellWhatWasSaid() {
    create("A");
    caller.order2026("A");

    assertThat(simulator.exchanges())
        .extracting(Exchange::operation)
        .containsExactly("requestAccessToken", "createOrder", "getOrder");
    simulator.forgetExchanges();
    assertThat(simulator.exchanges()).isEmpty();
  }

  @Test
  void credentials_ofTheHost_areTheOnlyOnesAccepted() {
    try (SellingPartnerSimulator own =
        SellingPartnerSimulator.builder(clock).credentials("id", "secret", "refresh").start()) {
      assertThat(own.clientId()).isEqualTo("id");
      assertThat(new Caller(own).refresh("secret", "refresh").status()).isEqualTo(200);
      assertThat(new Caller(own).refresh("other", "refresh").status()).isEqualTo(401);
    }
  }

  @Test
  void settings_thatMakeNoSense_areRefusedAtOnce() {
    SellingPartnerSimulator.Builder builder = SellingPartnerSimulator.builder(clock);

    assertThatThrownBy(() -> builder.marketplaceId("NOWHERE"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.pageSize(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.quota("getOrder", 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OrderScript.normal().splitInto(0, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Caller.Answer create(String id) {
    return caller.post(ORDERS, order2026(id, line2026("L1", "MUG", "2")));
  }
}
