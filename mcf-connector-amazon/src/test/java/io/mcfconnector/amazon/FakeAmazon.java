// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.amazon.auth.LwaCredentials;
import io.mcfconnector.model.RefreshToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * Login with Amazon and the Selling Partner API on loopback HTTP, answering what a test queued.
 * Tokens are {@code Atza|1}, {@code Atza|2} and so on.
 */
final class FakeAmazon implements AutoCloseable {

  private static final String LWA_PATH = "/auth/o2/token";

  final TestTime time = new TestTime();

  private final MockWebServer server = new MockWebServer();
  private final Queue<MockResponse> answers = new ConcurrentLinkedQueue<>();
  private final Queue<MockResponse> logins = new ConcurrentLinkedQueue<>();
  private final List<RecordedRequest> calls = new CopyOnWriteArrayList<>();
  private final List<RecordedRequest> loginCalls = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();

  FakeAmazon() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SellingPartnerClient.Builder clientBuilder() {
    return SellingPartnerClient.builder()
        .credentials(
            new LwaCredentials("client-1", "secret+canary", new RefreshToken("Atzr|canary")))
        .sellerId("A3EXAMPLE")
        .apiBaseUrl(url(""))
        .lwaUrl(url(LWA_PATH))
        .clock(time)
        .pause(time);
  }

  SellingPartnerClient client() {
    return clientBuilder().build();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getPort() + path);
  }

  FakeAmazon answers(MockResponse answer) {
    answers.add(answer);
    return this;
  }

  FakeAmazon answers(int status, String body) {
    return answers(json(status, body).build());
  }

  FakeAmazon answersLogin(int status, String body) {
    logins.add(json(status, body).build());
    return this;
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .addHeader("x-amzn-RequestId", "req-1")
        .body(body);
  }

  static String error(String code, String message, String details) {
    return "{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\",\"details\":\"%s\"}]}"
        .formatted(code, message, details);
  }

  /** Returns the calls of the API, without those of Login with Amazon. */
  List<RecordedRequest> calls() {
    return calls;
  }

  List<RecordedRequest> loginCalls() {
    return loginCalls;
  }

  static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  @Override
  public void close() {
    server.close();
  }

  private MockResponse answer(RecordedRequest request) {
    if (request.getTarget().equals(LWA_PATH)) {
      loginCalls.add(request);
      MockResponse queued = logins.poll();
      return queued != null ? queued : json(200, token()).build();
    }
    calls.add(request);
    MockResponse queued = answers.poll();
    return queued != null ? queued : json(500, error("InternalFailure", "none queued", "")).build();
  }

  private String token() {
    return "{\"access_token\":\"Atza|"
        + tokens.incrementAndGet()
        + "\",\"refresh_token\":\"Atzr|canary\",\"token_type\":\"bearer\",\"expires_in\":3600}";
  }
}
