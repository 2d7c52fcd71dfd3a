// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.SimulatedSeller.START;
import static io.mcfconnector.amazon.SimulatedSeller.item;
import static io.mcfconnector.amazon.SimulatedSeller.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.amazon.SimulatedSeller.Operation;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.testkit.http.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens, authorization, quotas and settings of the seller, in both versions. */
final class SimulatedAccessIT {

  private static final FulfillmentOrderId A = FulfillmentOrderId.of("TTS-A");

  @ParameterizedTest
  @EnumSource
  void token_overOnTheClock_isRefreshedOnce(OutboundVersion version) {
    try (SimulatedSeller seller = SimulatedSeller.start(version)) {
      seller.network.find(A);
      seller.at(Duration.ofHours(1));
      seller.network.find(A);
      seller.network.create(order("TTS-A", item("L1", "MUG", 1)));

      assertThat(seller.amazon.exchanges("requestAccessToken")).hasSize(2);
      assertThat(seller.amazon.exchanges())
          .extracting(exchange -> Objects.requireNonNull(exchange.reply()).status())
          .doesNotContain(403);
    }
  }

  @ParameterizedTest
  @EnumSource
  void token_requestFails_isRepeated(OutboundVersion version) {
    try (SimulatedSeller seller = SimulatedSeller.start(version)) {
      seller.amazon.faults().next("requestAccessToken", Fault.errorBefore(503), Fault.dropAfter());

      seller.network.create(order("TTS-A", item("L1", "MUG", 1)));

      assertThat(seller.amazon.exchanges("requestAccessToken")).hasSize(3);
      assertThat(seller.amazon.orders()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void authorization_takenBack_isLost(OutboundVersion version) {
    try (SimulatedSeller seller = SimulatedSeller.start(version)) {
      assertThat(seller.network.find(A)).isEmpty();
      seller.amazon.revokeAuthorization();

      ApiException problem =
          catchThrowableOfType(
              ApiException.class,
              () -> seller.network.create(order("TTS-A", item("L1", "MUG", 1))));

      assertThat(problem)
          .returns(FailureKind.AUTHORIZATION_LOST, ApiException::kind)
          .returns(false, ApiException::isUncertain)
          .returns(ReviewCode.AUTHORIZATION_LOST, lost -> lost.reviewCode().orElse(null));
      assertThat(seller.amazon.orders()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void quota_aHundredCreates_keepToItByThemselves(OutboundVersion version) {
    try (SimulatedSeller seller = SimulatedSeller.start(version)) {
      for (int i = 0; i < 100; i++) {
        seller.network.create(order("TTS-" + i, item("L1", "MUG", 1)));
      }

      assertThat(seller.amazon.orders()).hasSize(100);
      assertThat(
              seller.amazon.exchanges(SimulatedSeller.operation(version, Operation.CREATE)).stream()
                  .map(exchange -> Objects.requireNonNull(exchange.reply()).status()))
          .hasSize(100)
          .doesNotContain(429);
      // 30 at once, then two a second.
      Instant now = seller.time.clock().instant();
      assertThat(now).isBetween(START.plusSeconds(35), START.plusSeconds(37));
    }
  }

  @Test
  void find_unknownIdInAmazonsOldWords_isEmpty() {
    for (OutboundVersion version : OutboundVersion.values()) {
      try (SimulatedSeller seller =
          SimulatedSeller.start(version, builder -> builder.missingOrdersAs400())) {
        assertThat(seller.network.find(A)).isEmpty();
      }
    }
  }

  @Test
  void create_answeredWithTheOrder_returns() {
    try (SimulatedSeller seller =
        SimulatedSeller.start(OutboundVersion.V2026_07_04, builder -> builder.createsAtOnce())) {
      seller.network.create(order("TTS-A", item("L1", "MUG", 1)));

      assertThat(seller.amazon.orders()).hasSize(1);
    }
  }
}
