// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.tiktok.authorization.AppSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/** A web server that plays both hosts of TikTok with prepared answers, and a client for it. */
final class ShopServer implements AutoCloseable {

  static final Instant NOW = Instant.ofEpochSecond(1_795_404_000);
  static final String SECRET = "test-secret-0123456789";
  static final String CIPHER = "TTP_heron+pine/cipher==";
  static final ShopId SHOP = ShopId.of("7496000000000000777");

  private final MockWebServer server = new MockWebServer();
  private final TestClock clock = new TestClock(NOW);

  ShopServer() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a client with everything set, that waits without waiting. */
  TikTokShopClient.Builder clientBuilder() {
    return TikTokShopClient.builder()
        .appKey("test-key")
        .appSecret(new AppSecret(SECRET))
        .accessToken(new AccessToken("TTP_access-one"))
        .refreshToken(new RefreshToken("TTP_refresh-one"))
        .shop(SHOP)
        .shopCipher(CIPHER)
        .apiBaseUrl(url())
        .authBaseUrl(url())
        .callTimeout(Duration.ofSeconds(5))
        .clock(clock)
        .pause(clock);
  }

  TikTokShopClient client() {
    return clientBuilder().build();
  }

  URI url() {
    return server.url("/").uri();
  }

  TestClock clock() {
    return clock;
  }

  MockWebServer web() {
    return server;
  }

  /** Prepares answers with HTTP 200. */
  ShopServer answers(String... bodies) {
    for (String body : bodies) {
      answers(200, body);
    }
    return this;
  }

  ShopServer answers(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    return this;
  }

  ShopServer answers(MockResponse response) {
    server.enqueue(response);
    return this;
  }

  /** Returns an answer that says that the call failed. */
  static String failure(int code) {
    return "{\"code\":%d,\"message\":\"for Ann Buyer, 1 Secret St\",\"request_id\":\"R-%d\",\"data\":null}"
        .formatted(code, code);
  }

  int requests() {
    return server.getRequestCount();
  }

  /** Returns the next request, after a check of what every signed request must have. */
  RecordedRequest take() {
    RecordedRequest request = takeUnchecked();
    HttpUrl url = Objects.requireNonNull(request.getUrl());
    assertThat(url.queryParameter("app_key")).isEqualTo("test-key");
    assertThat(url.queryParameter("timestamp")).matches("\\d{10}");
    assertThat(request.getHeaders().values("Content-Type")).isEqualTo(List.of("application/json"));
    assertThat(request.getHeaders().get("x-tts-access-token")).startsWith("TTP_");
    assertThat(url.queryParameter("sign")).isEqualTo(sign(url, body(request)));
    return request;
  }

  RecordedRequest takeUnchecked() {
    try {
      return Objects.requireNonNull(
          server.takeRequest(5, TimeUnit.SECONDS), "no request reached the server");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String body(RecordedRequest request) {
    ByteString body = request.getBody();
    return body == null ? "" : body.utf8();
  }

  static HttpUrl urlOf(RecordedRequest request) {
    return Objects.requireNonNull(request.getUrl());
  }

  /** The signature by the letter of the documentation, apart from the code under test. */
  private static String sign(HttpUrl url, String body) {
    TreeMap<String, String> query = new TreeMap<>();
    for (int i = 0; i < url.querySize(); i++) {
      query.put(url.queryParameterName(i), String.valueOf(url.queryParameterValue(i)));
    }
    query.remove("sign");
    StringBuilder text = new StringBuilder(SECRET).append(url.encodedPath());
    query.forEach((name, value) -> text.append(name).append(value));
    text.append(body).append(SECRET);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
