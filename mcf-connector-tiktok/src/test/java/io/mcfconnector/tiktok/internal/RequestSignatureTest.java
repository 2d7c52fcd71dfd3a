// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.mcfconnector.tiktok.TestFiles;
import io.mcfconnector.tiktok.authorization.AppSecret;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestSignatureTest {

  @Test
  void of_publishedExample_isThePublishedSignature() {
    HttpUrl url =
        HttpUrl.get(
            "https://open-api.tiktokglobalshop.com/authorization/202309/shops"
                + "?timestamp=1623812664&app_key=29a39d&sign=0&access_token=t");

    assertThat(RequestSignature.of(new AppSecret("e59af819cc"), url, null))
        .isEqualTo("b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8");
  }

  @Test
  void of_everyContractVector_isItsSignature() throws IOException {
    Vectors vectors = vectors();

    assertThat(vectors.vectors()).hasSize(14);
    assertThat(vectors.vectors())
        .allSatisfy(vector -> assertThat(sign(vector)).as(vector.id()).isEqualTo(vector.sign()));
  }

  @Test
  void of_everyNegativeContractVector_isAnotherSignature() throws IOException {
    Vectors vectors = vectors();
    Map<String, Vector> byId =
        vectors.vectors().stream().collect(Collectors.toMap(Vector::id, vector -> vector));

    assertThat(vectors.negative()).hasSize(5);
    assertThat(vectors.negative())
        .allSatisfy(
            wrong -> {
              Vector base = Objects.requireNonNull(byId.get(wrong.based_on()));
              assertThat(sign(base)).as(wrong.id()).isNotEqualTo(wrong.wrong_sign());
            });
  }

  private static Vectors vectors() throws IOException {
    return Objects.requireNonNull(
        new Moshi.Builder()
            .build()
            .adapter(Vectors.class)
            .fromJson(TestFiles.contract("signature-vectors.json")));
  }

  private static String sign(Vector vector) {
    HttpUrl.Builder url =
        HttpUrl.get("https://open-api.tiktokglobalshop.com" + vector.path()).newBuilder();
    vector.query().forEach(url::addQueryParameter);
    boolean signed = vector.body() != null && !vector.content_type().startsWith("multipart/");
    byte[] body = signed ? Objects.requireNonNull(vector.body()).getBytes(UTF_8) : null;
    return RequestSignature.of(new AppSecret(vector.app_secret()), url.build(), body);
  }

  /** The file of vectors. */
  public record Vectors(List<Vector> vectors, List<Negative> negative) {}

  /** One vector. */
  public record Vector(
      String id,
      String app_secret,
      String path,
      Map<String, String> query,
      String content_type,
      @Nullable String body,
      String sign) {}

  /** One wrong signature. */
  public record Negative(String id, String based_on, String wrong_sign) {}
}
