// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ApiException;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientScalarsTest {

  @Test
  void decode_emptyTexts_areAbsent() {
    assertThat(decode("{\"flag\":\"\",\"count\":\"\",\"time\":\"\"}"))
        .isEqualTo(new Scalars(null, null, null));
  }

  @Test
  void decode_properValues_areRead() {
    assertThat(decode("{\"flag\":true,\"count\":3,\"time\":4818450857}"))
        .isEqualTo(new Scalars(true, 3, 4_818_450_857L));
  }

  @ParameterizedTest
  @CsvSource({"true,true", "false,false"})
  void decode_flagAsText_isRead(String text, boolean expected) {
    assertThat(decode("{\"flag\":\"" + text + "\"}").flag()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"yes\"", "1", "{}"})
  void decode_anyOtherFlag_isUnreadable(String value) {
    assertThatThrownBy(() -> decode("{\"flag\":" + value + "}"))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("$.flag");
  }

  @Test
  void encode_absentValues_areLeftOut() {
    assertThat(new String(Json.encode(Scalars.class, new Scalars(null, 3, null)), UTF_8))
        .isEqualTo("{\"count\":3}");
  }

  private static Scalars decode(String json) {
    Answer answer = new Answer("read", 200, Headers.of(), json.getBytes(UTF_8));
    return Json.decoder(Scalars.class).apply(answer);
  }

  /** One of each. */
  public record Scalars(@Nullable Boolean flag, @Nullable Integer count, @Nullable Long time) {}
}
