// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.Json;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import java.time.Duration;
import java.util.List;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  /** A wire record. */
  public record Page(
      @Nullable List<Entry> orders, @Json(name = "next_page") @Nullable String nextPage) {}

  /** A wire record. */
  public record Entry(@Nullable String id, int quantity) {}

  @Test
  void decoder_knownAndUnknownFields_readsTheKnown() {
    Page page =
        decode("{\"orders\":[{\"id\":\"5764\",\"quantity\":2,\"new\":{}}],\"next_page\":\"p2\"}");

    assertThat(page).isEqualTo(new Page(List.of(new Entry("5764", 2)), "p2"));
  }

  @Test
  void decoder_missingReferences_areNull() {
    assertThat(decode("{}")).isEqualTo(new Page(null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"orders\":[{\"quantity\":2},{\"quantity\":\"canary\"}]} | $.data.orders[1].quantity",
        "{\"orders\":[{\"quantity\":99999999999}]} | $.data.orders[0].quantity",
        "{\"orders\":[{\"quantity\":1.5}]} | $.data.orders[0].quantity",
        "{\"orders\":\"canary\"} | $.data.orders",
        "{\"orders\":[{\"id\":\"can | $.data.orders[0].id",
        "{\"orders\":[ | $.data.orders[0]",
        "<html>canary</html> | $.data",
        "'' | $.data",
        "null | $.data",
        "[] | $.data",
        "{}canary | $.data",
        "{}{} | $.data",
      })
  void decoder_brokenJson_namesThePathAndTheCallButNoValue(String json, String path) {
    ApiException problem = catchThrowableOfType(ApiException.class, () -> decode(json));

    assertThat(problem.kind()).isEqualTo(FailureKind.UNREADABLE);
    assertThat(problem.operation()).isEqualTo("searchOrders");
    assertThat(problem.httpStatus()).isEqualTo(200);
    assertThat(problem.requestId()).contains("req-1");
    assertThat(problem.jsonPath()).contains(path);
    assertThat(problem).hasNoCause();
    assertThat(problem.getMessage())
        .contains("searchOrders", path, "req-1")
        .doesNotContain("canary");
  }

  @Test
  void decoder_deepNesting_isUnreadable() {
    String deep = "{\"new\":" + "[".repeat(100_000);

    assertThat(catchThrowableOfType(ApiException.class, () -> decode(deep))).isNotNull();
  }

  @Test
  void encode_record_leavesOutWhatIsAbsent() {
    byte[] json =
        io.mcfconnector.transport.Json.encode(
            Page.class, new Page(List.of(new Entry("\u00E9", 1)), null));

    assertThat(new String(json, UTF_8))
        .isEqualTo("{\"orders\":[{\"id\":\"\u00E9\",\"quantity\":1}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null"})
  void require_missingValue_namesItsPath(String value) {
    @Nullable String missing = value.equals("null") ? null : value;

    ApiException problem =
        catchThrowableOfType(
            ApiException.class, () -> answer("{}").require(missing, "orders[3].id"));

    assertThat(problem.jsonPath()).contains("$.data.orders[3].id");
    assertThat(problem.requestId()).contains("req-1");
    assertThat(answer("{}").require("here", "orders[3].id")).isEqualTo("here");
  }

  @Test
  void answer_parts_areReadable() {
    Answer answer = answer("{}");

    assertThat(answer.operation()).isEqualTo("searchOrders");
    assertThat(answer.text()).isEqualTo("{}");
    assertThat(answer.jsonRoot()).isEqualTo("$.data");
    assertThat(answer.header("retry-after")).contains("3");
    assertThat(answer.header("other")).isEmpty();
    assertThat(answer.retryAfter()).contains(Duration.ofSeconds(3));
    assertThat(answer.failure(FailureKind.UNAVAILABLE).build().retryAfter())
        .contains(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @CsvSource({"199, false", "200, true", "202, true", "299, true", "300, false", "500, false"})
  void isSuccessful_status_is2xx(int status, boolean successful) {
    Answer answer = new Answer("getOrder", status, Headers.EMPTY, new byte[0]);

    assertThat(answer.isSuccessful()).isEqualTo(successful);
  }

  private static Page decode(String json) {
    return io.mcfconnector.transport.Json.decoder(Page.class).apply(answer(json));
  }

  private static Answer answer(String json) {
    return new Answer("searchOrders", 200, Headers.of("Retry-After", "3"), "whole".getBytes(UTF_8))
        .withRequestId("req-1")
        .unwrapped(json.getBytes(UTF_8), "$.data");
  }
}
