// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import static java.time.ZoneOffset.UTC;

import io.mcfconnector.amazon.auth.AwsSigner;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.token.TokenKeeper;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.DateWatch;
import io.mcfconnector.transport.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The wire rules that all operations of the Selling Partner API share. Thread-safe. */
public final class SpApiProtocol implements Protocol {

  private static final String ACCESS_TOKEN = "x-amz-access-token";
  private static final DateTimeFormatter AMZ_DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,100}");
  private static final Pattern RATE = Pattern.compile("\\d{1,4}(\\.\\d{1,6})?");
  private static final double SLOWEST_RATE = 0.001;

  private final TokenKeeper tokens;
  private final String userAgent;
  private final @Nullable AwsSigner signer;
  private final boolean sandbox;
  private final Clock clock;
  private final DateWatch watch;

  /**
   * Creates the protocol of one seller.
   *
   * @param tokens gives access tokens
   * @param userAgent names the application
   * @param signer signs requests; {@code null} = they go unsigned, as Amazon allows
   * @param sandbox whether the endpoint is a sandbox, which tells its own rate for every operation
   * @param clock tells the date of a request
   */
  public SpApiProtocol(
      TokenKeeper tokens,
      String userAgent,
      @Nullable AwsSigner signer,
      boolean sandbox,
      Clock clock) {
    this.tokens = tokens;
    this.userAgent = userAgent;
    this.signer = signer;
    this.sandbox = sandbox;
    this.clock = clock;
    this.watch = new DateWatch(clock);
  }

  /** Returns how far Amazon's clock is ahead of ours, by its last answer. */
  public Optional<Duration> ahead() {
    return watch.ahead();
  }

  @Override
  public Request sign(Request request) {
    Request.Builder signed =
        request
            .newBuilder()
            .header("Accept", "application/json")
            .header("User-Agent", userAgent)
            .header(ACCESS_TOKEN, token(tokens::accessToken).value());
    if (signer == null) {
      return signed.header("x-amz-date", AMZ_DATE.format(clock.instant().atOffset(UTC))).build();
    }
    signature(signer, signed.build()).forEach(signed::header);
    return signed.build();
  }

  @Override
  public Answer accept(Answer received) {
    watch.hear(received);
    String requestId =
        received
            .header("x-amzn-RequestId")
            .filter(id -> REQUEST_ID.matcher(id).matches())
            .orElse(null);
    Answer answer = received.withRequestId(requestId);
    SpApiErrors.check(answer);
    return answer;
  }

  @Override
  public boolean renewCredentials(Request refused) {
    String old = refused.header(ACCESS_TOKEN);
    if (old == null) {
      return false;
    }
    AccessToken refusedToken = new AccessToken(old);
    return !token(() -> tokens.replace(refusedToken)).equals(refusedToken);
  }

  /** Amazon tells the rate at most with these statuses, and in a sandbox it tells a wrong one. */
  @Override
  public OptionalDouble permitsPerSecond(Answer answer) {
    boolean told = answer.isSuccessful() || answer.status() == 400 || answer.status() == 404;
    if (sandbox || !told) {
      return OptionalDouble.empty();
    }
    return answer
        .header("x-amzn-RateLimit-Limit")
        .filter(text -> RATE.matcher(text).matches())
        .map(Double::parseDouble)
        .filter(rate -> rate >= SLOWEST_RATE)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }

  /**
   * Without a token the call itself was not sent, whatever became of the call for the token: even a
   * write may be repeated then.
   */
  private static AccessToken token(Supplier<AccessToken> source) {
    try {
      return source.get();
    } catch (ApiException problem) {
      if (!problem.isRetryable() && !problem.isUncertain()) {
        throw problem;
      }
      throw ApiException.builder(problem.operation(), FailureKind.NOT_SENT)
          .httpStatus(problem.httpStatus())
          .requestId(problem.requestId().orElse(null))
          .retryAfter(problem.retryAfter().orElse(null))
          .detail("no access token could be had, so the call was not sent")
          .cause(problem)
          .build();
    }
  }

  private static Map<String, String> signature(AwsSigner signer, Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : request.headers().names()) {
      headers.put(name, String.join(",", request.headers(name)));
    }
    // Proxies may rewrite it, and Amazon does not want it signed.
    headers.remove("User-Agent");
    RequestBody body = request.body();
    MediaType type = body == null ? null : body.contentType();
    if (type != null) {
      headers.put("Content-Type", type.toString());
    }
    return signer.sign(request.method(), request.url().uri(), headers, bytes(body));
  }

  private static byte[] bytes(@Nullable RequestBody body) {
    Buffer buffer = new Buffer();
    if (body != null) {
      try {
        body.writeTo(buffer);
      } catch (IOException e) {
        throw new UncheckedIOException("a body in memory cannot fail", e);
      }
    }
    return buffer.readByteArray();
  }
}
