// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCallTest {

  private static final HttpUrl URL = HttpUrl.get("https://api.example.com/orders");
  private static final Quota QUOTA = new Quota(1, 2);

  @Test
  void get_built_isRepeatableAndWithoutBody() {
    ApiCall<String> call = ApiCall.get("getOrder", URL, QUOTA, Answer::text).build();

    assertThat(call.isRepeatable()).isTrue();
    assertThat(call.request().body()).isNull();
    assertThat(call.operation()).isEqualTo("getOrder");
    assertThat(call.quota()).isEqualTo(QUOTA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void write_withoutBody_hasAnEmptyOneThatIsSentOnce(String method) {
    ApiCall<String> call = ApiCall.write("cancel", method, URL, QUOTA, Answer::text).build();

    assertThat(call.isRepeatable()).isFalse();
    assertThat(bodyOf(call.request()).isOneShot()).isTrue();
    assertThat(contentOf(call.request())).isEmpty();
  }

  @Test
  void write_body_isCopied() {
    byte[] body = "{}".getBytes(UTF_8);
    ApiCall<String> call =
        ApiCall.write("create", "POST", URL, QUOTA, Answer::text).json(body).build();
    body[0] = 'x';

    assertThat(contentOf(call.request())).isEqualTo("{}");
    assertThat(bodyOf(call.request()).isOneShot()).isTrue();
  }

  @Test
  void write_declaredRepeatable_mayBeSentAgain() {
    ApiCall<String> call =
        ApiCall.write("token", "POST", URL, QUOTA, Answer::text)
            .body("a=b".getBytes(UTF_8), "application/x-www-form-urlencoded")
            .header("x", "1")
            .repeatable()
            .build();

    assertThat(call.isRepeatable()).isTrue();
    assertThat(bodyOf(call.request()).isOneShot()).isFalse();
    assertThat(bodyOf(call.request()).contentType())
        .hasToString("application/x-www-form-urlencoded");
    assertThat(call.request().header("x")).isEqualTo("1");
  }

  private static RequestBody bodyOf(Request request) {
    return Objects.requireNonNull(request.body());
  }

  private static String contentOf(Request request) {
    Buffer buffer = new Buffer();
    try {
      bodyOf(request).writeTo(buffer);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return buffer.readUtf8();
  }
}
