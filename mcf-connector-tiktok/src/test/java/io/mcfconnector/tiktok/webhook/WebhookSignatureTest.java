// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.mcfconnector.tiktok.TestFiles;
import io.mcfconnector.tiktok.authorization.AppSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

  private static final String BODY = "{\"type\":3}";

  private static final WebhookSignature SIGNATURE = new WebhookSignature("k", new AppSecret("s"));

  @Test
  void accepts_contractVectors_takesEach() throws IOException {
    Vectors vectors = vectors();

    assertThat(vectors.vectors()).hasSize(6);
    assertThat(vectors.vectors())
        .allSatisfy(
            vector ->
                assertThat(check(vector).accepts(vector.authorization(), bytes(vector.raw_body())))
                    .as(vector.id())
                    .isTrue());
  }

  @Test
  void accepts_contractNegatives_takesNone() throws IOException {
    Vectors vectors = vectors();

    assertThat(vectors.negative()).hasSize(6);
    Map<String, Vector> byId =
        vectors.vectors().stream().collect(Collectors.toMap(Vector::id, vector -> vector));
    assertThat(vectors.negative())
        .allSatisfy(
            wrong -> {
              Vector base = Objects.requireNonNull(byId.get(wrong.based_on()));
              assertThat(check(base).accepts(wrong.authorization(), bytes(wrong.raw_body())))
                  .as(wrong.id())
                  .isFalse();
            });
  }

  @Test
  void accepts_sampleBodies_onlyAsTheyAre() throws Exception {
    try (Stream<Path> files = Files.list(TestFiles.contracts())) {
      List<Path> bodies =
          files.filter(file -> file.getFileName().toString().matches("webhook-\\d\\d-.*")).toList();
      assertThat(bodies).hasSize(14);
      for (Path file : bodies) {
        byte[] body = Files.readAllBytes(file);
        String signature = sign(body);
        assertThat(SIGNATURE.accepts(signature, body)).as(file.toString()).isTrue();
        assertThat(SIGNATURE.accepts(signature.toUpperCase(Locale.ROOT), body)).isFalse();
        body[body.length / 2] ^= 1;
        assertThat(SIGNATURE.accepts(signature, body)).as(file.toString()).isFalse();
      }
    }
  }

  @Test
  void accepts_noHeader_isFalse() {
    assertThat(SIGNATURE.accepts(null, BODY.getBytes(UTF_8))).isFalse();
    assertThat(SIGNATURE.accepts("", BODY.getBytes(UTF_8))).isFalse();
  }

  @Test
  void toString_showsNoSecret() {
    assertThat(new WebhookSignature("key-7", new AppSecret("secret-7")))
        .hasToString("WebhookSignature[****]");
  }

  private static WebhookSignature check(Vector vector) {
    return new WebhookSignature(vector.app_key(), new AppSecret(vector.app_secret()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String sign(byte[] body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(bytes("s"), "HmacSHA256"));
    mac.update(bytes("k"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  static Vectors vectors() throws IOException {
    return Objects.requireNonNull(
        new Moshi.Builder()
            .build()
            .adapter(Vectors.class)
            .fromJson(TestFiles.contract("webhook-signature-vectors.json")));
  }

  /** The file of vectors. */
  public record Vectors(List<Vector> vectors, List<Negative> negative) {}

  /** One vector. */
  public record Vector(
      String id, String app_key, String app_secret, String raw_body, String authorization) {}

  /** One wrong signature. */
  public record Negative(
      String id, String based_on, String raw_body, @Nullable String authorization) {}
}
