// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static io.mcfconnector.testkit.amazon.Bodies.line2020;
import static io.mcfconnector.testkit.amazon.Bodies.order2020;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.MutableClock;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Amazon's own signer on one side, the simulator's check on the other. */
class SignatureIT {

  private static final String ORDERS = Caller.V2026 + "/orders";
  private static final Instant START = Instant.parse("2026-09-01T14:00:00Z");

  private final MutableClock clock = MutableClock.at(START);
  private final SellingPartnerSimulator simulator =
      SellingPartnerSimulator.builder(clock).awsCredentials("AKIDEXAMPLE", "SecretExample").start();
  private final Caller caller = Caller.authorized(simulator);
  private String accessKey = "AKIDEXAMPLE";
  private String secretKey = "SecretExample";
  private String region = "us-east-1";
  private String service = "execute-api";
  private Instant signedAt = START;

  @BeforeEach
  void stock() {
    simulator.stock("MUG", 5);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ORDERS,
        ORDERS + "/TTS-1.2_3",
        ORDERS + "/A%20B%25C",
        ORDERS + "?updatedAfter=2026-09-01T14%3A00%3A00Z&shipments=INCLUDE",
        ORDERS + "?shipments=INCLUDE&pageToken=A%2BB%2FC%3D%3D",
        "/fba/inventory/v1/summaries?sellerSkus=A%26B%20%2A~&sellerSku=x&details=true&flag"
      })
  void check_rightSignature_passes(String path) {
    Caller.Answer answer = sign("GET", path, "").get(path);

    assertThat(answer.status()).isNotEqualTo(403);
  }

  @Test
  void check_rightSignatureOverABody_passes() {
    String body = order2020("A", line2020("L1", "MUG", 1)).replace("Ada", "Ad\u00e1");

    assertThat(sign("POST", Caller.V2020, body).post(Caller.V2020, body).status()).isEqualTo(200);
    assertThat(caller.post(Caller.V2020, body.replace("\"A\"", "\"B\"")).text("errors.0.code"))
        .isEqualTo("InvalidSignature");
    assertThat(simulator.orders()).hasSize(1);
  }

  @Test
  void check_noSignature_isRefused() {
    Caller.Answer answer = caller.get(ORDERS);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("errors.0.code")).isEqualTo("MissingAuthenticationToken");
    assertThat(caller.with("authorization", "Bearer x").get(ORDERS).text("errors.0.code"))
        .isEqualTo("IncompleteSignature");
  }

  @Test
  void check_signatureForAnotherRequest_isRefused() {
    sign("GET", ORDERS, "");

    assertThat(caller.get(ORDERS + "?shipments=EXCLUDE").status()).isEqualTo(403);
    assertThat(caller.get(ORDERS + "/A").status()).isEqualTo(403);
    assertThat(caller.get(ORDERS).status()).isEqualTo(200);
  }

  @Test
  void check_foreignKeysRegionOrService_isRefused() {
    secretKey = "Other";
    assertThat(sign("GET", ORDERS, "").get(ORDERS).text("errors.0.code"))
        .isEqualTo("InvalidSignature");
    secretKey = "SecretExample";
    region = "eu-west-1";
    assertThat(sign("GET", ORDERS, "").get(ORDERS).status()).isEqualTo(403);
    region = "us-east-1";
    service = "s3";
    assertThat(sign("GET", ORDERS, "").get(ORDERS).status()).isEqualTo(403);
    service = "execute-api";
    accessKey = "AKIDOTHER";
    assertThat(sign("GET", ORDERS, "").get(ORDERS).text("errors.0.code"))
        .isEqualTo("UnrecognizedClient");
  }

  @Test
  void check_oldSignature_isRefused() {
    sign("GET", ORDERS, "");
    clock.set(START.plus(Duration.ofMinutes(5)));
    assertThat(caller.get(ORDERS).status()).isEqualTo(200);

    clock.set(START.plus(Duration.ofMinutes(5)).plusSeconds(1));

    assertThat(caller.get(ORDERS).text("errors.0.message")).startsWith("Signature expired");
    signedAt = clock.instant().plus(Duration.ofMinutes(6));
    assertThat(sign("GET", ORDERS, "").get(ORDERS).status()).isEqualTo(403);
    assertThat(caller.with("x-amz-date", "today").get(ORDERS).status()).isEqualTo(403);
  }

  private Caller sign(String method, String path, String body) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(method))
            .uri(URI.create(simulator.url() + path))
            .build();
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(AwsCredentialsIdentity.create(accessKey, secretKey))
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(body.getBytes(UTF_8)))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(
                            HttpSigner.SIGNING_CLOCK, Clock.fixed(signedAt, ZoneOffset.UTC)));
    signed
        .request()
        .forEachHeader(
            (name, values) -> {
              if (!name.equalsIgnoreCase("host")) {
                caller.with(name, values.get(0));
              }
            });
    return caller;
  }
}
