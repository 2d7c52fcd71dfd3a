// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.mcfconnector.testkit.Contracts;
import io.mcfconnector.testkit.http.Incoming;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SignatureCheckTest {

  @Test
  void accepts_publishedVectors_takesEach() throws IOException {
    List<Map<String, Object>> vectors = vectors("vectors");

    assertThat(vectors).hasSize(14);
    for (Map<String, Object> vector : vectors) {
      assertThat(accepts(vector, text(vector, "sign"))).as(text(vector, "id")).isTrue();
    }
  }

  @Test
  void accepts_wrongSignatures_takesNone() throws IOException {
    Map<String, Map<String, Object>> byId = new HashMap<>();
    vectors("vectors").forEach(vector -> byId.put(text(vector, "id"), vector));
    List<Map<String, Object>> negatives = vectors("negative");

    assertThat(negatives).hasSize(5);
    for (Map<String, Object> negative : negatives) {
      Map<String, Object> vector = Objects.requireNonNull(byId.get(text(negative, "based_on")));
      assertThat(accepts(vector, text(negative, "wrong_sign"))).as(text(negative, "id")).isFalse();
    }
  }

  @Test
  void accepts_noSignature_isFalse() {
    Incoming request = new Incoming("GET", "/", "", Map.of(), Map.of(), "");

    assertThat(new SignatureCheck("secret").accepts(request)).isFalse();
  }

  @SuppressWarnings("unchecked") // The file's own form.
  private static List<Map<String, Object>> vectors(String name) throws IOException {
    String json = Files.readString(Contracts.file("tiktok/signature-vectors.json"));
    Object file = new Moshi.Builder().build().adapter(Object.class).fromJson(json);
    return (List<Map<String, Object>>)
        Objects.requireNonNull(((Map<String, Object>) Objects.requireNonNull(file)).get(name));
  }

  private static boolean accepts(Map<String, Object> vector, String sign) {
    Map<String, String> query = new HashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(vector.get("query")))
        .forEach((key, value) -> query.put(String.valueOf(key), String.valueOf(value)));
    query.put("sign", sign);
    Object body = vector.get("body");
    Incoming request =
        new Incoming(
            text(vector, "method"),
            text(vector, "path"),
            "",
            query,
            Map.of("content-type", text(vector, "content_type")),
            body == null ? "" : String.valueOf(body));
    return new SignatureCheck(text(vector, "app_secret")).accepts(request);
  }

  private static String text(Map<String, Object> vector, String name) {
    return String.valueOf(vector.get(name));
  }
}
