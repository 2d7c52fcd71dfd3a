// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.ReviewCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {

  @Test
  void apiException_allData_tellsThemInItsMessage() {
    IOException cause = new IOException("reset");

    ApiException problem =
        ApiException.builder("createOrder", FailureKind.REFUSED)
            .httpStatus(400)
            .platformCode("InvalidInput")
            .jsonPath("$.errors[0]")
            .requestId("req-1")
            .retryAfter(Duration.ofSeconds(3))
            .reviewCode(ReviewCode.ADDRESS_UNSUPPORTED)
            .detail("Amazon does not deliver there")
            .cause(cause)
            .build();

    assertThat(problem)
        .hasMessage(
            "createOrder failed (REFUSED, HTTP 400, code InvalidInput, at $.errors[0], request"
                + " req-1): Amazon does not deliver there")
        .hasCause(cause);
    assertThat(problem.operation()).isEqualTo("createOrder");
    assertThat(problem.platformCode()).contains("InvalidInput");
    assertThat(problem.jsonPath()).contains("$.errors[0]");
    assertThat(problem.requestId()).contains("req-1");
    assertThat(problem.retryAfter()).contains(Duration.ofSeconds(3));
    assertThat(problem.reviewCode()).contains(ReviewCode.ADDRESS_UNSUPPORTED);
    assertThat(problem.httpStatus()).isEqualTo(400);
  }

  @Test
  void apiException_noData_saysOperationAndKind() {
    ApiException problem = ApiException.builder("getOrder", FailureKind.NO_ANSWER).build();

    assertThat(problem).hasMessage("getOrder failed (NO_ANSWER)").hasNoCause();
    assertThat(problem.platformCode()).isEmpty();
    assertThat(problem.jsonPath()).isEmpty();
    assertThat(problem.requestId()).isEmpty();
    assertThat(problem.retryAfter()).isEmpty();
    assertThat(problem.reviewCode()).isEmpty();
    assertThat(problem.httpStatus()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_SENT, false, true",
    "NO_ANSWER, true, true",
    "UNAVAILABLE, true, true",
    "THROTTLED, true, true",
    "UNREADABLE, true, false",
    "TOKEN_EXPIRED, false, true",
    "AUTHORIZATION_LOST, false, false",
    "NOT_FOUND, false, false",
    "ALREADY_DONE, false, false",
    "STATE_CONFLICT, false, false",
    "REFUSED, false, false",
    "CALLER_FAULT, false, false"
  })
  void failureKind_tellsWhatMayHaveHappened(
      FailureKind kind, boolean uncertain, boolean retryable) {
    ApiException problem = ApiException.builder("getOrder", kind).build();

    assertThat(problem.isUncertain()).isEqualTo(uncertain);
    assertThat(problem.isRetryable()).isEqualTo(retryable);
  }

  @Test
  void configurationException_problems_areAllListed() {
    ConfigurationException problem =
        new ConfigurationException(List.of("SHOP_ID is missing", "LOG_LEVEL is unknown"));

    assertThat(problem)
        .hasMessage("Configuration cannot work:\n  - SHOP_ID is missing\n  - LOG_LEVEL is unknown");
    assertThat(problem.problems()).containsExactly("SHOP_ID is missing", "LOG_LEVEL is unknown");
  }

  @Test
  void storeException_keepsItsCause() {
    IOException cause = new IOException("disk full");

    assertThat(new StoreException("cannot save", cause)).hasMessage("cannot save").hasCause(cause);
    assertThat(new StoreException("cannot save")).isInstanceOf(ConnectorException.class);
  }
}
