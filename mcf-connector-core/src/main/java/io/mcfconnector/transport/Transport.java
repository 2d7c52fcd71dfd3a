// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.time.Pause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every call of one account through the same steps, outer to inner: retry, limit, sign, send,
 * decode. Thread-safe.
 *
 * <p>Only calls that are safe to repeat are repeated, with exponential back-off and full jitter, or
 * after the time the platform asks for; not at all when that is more than a minute. A write is
 * repeated only if it never left this machine, and once if its access token or the time of its
 * signature was refused.
 */
public final class Transport implements AutoCloseable {

  /** Where a host finds one debug line for each call; never a header value, body or query. */
  private static final Logger log = LoggerFactory.getLogger("io.mcfconnector.http");

  private static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;
  private static final int MAX_REPEATS = 3;
  private static final Duration FIRST_DELAY = Duration.ofMillis(250);
  private static final Duration LAST_DELAY = Duration.ofSeconds(10);

  /** Who asks for more is not called again here; the caller's next turn comes soon enough. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(60);

  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final Protocol protocol;
  private final RateLimiter limiter;
  private final FailsafeExecutor<Object> repeatable;
  private final FailsafeExecutor<Object> sendOnce;

  private Transport(Builder builder) {
    this.ownsHttp = builder.http == null;
    OkHttpClient base = builder.http == null ? new OkHttpClient() : builder.http;
    // Redirects and silent repeats are off: a write must reach the wire exactly as often as we say.
    this.http =
        base.newBuilder()
            .callTimeout(builder.callTimeout)
            .followRedirects(false)
            .followSslRedirects(false)
            .addNetworkInterceptor(Transport::receive)
            .build();
    this.protocol = builder.protocol;
    this.limiter = new RateLimiter(builder.clock, builder.pause);
    InlineScheduler scheduler = new InlineScheduler(builder.pause);
    this.repeatable = Failsafe.with(policy(Transport::mayPass)).with(scheduler);
    this.sendOnce =
        Failsafe.with(policy(problem -> problem.kind() == FailureKind.NOT_SENT)).with(scheduler);
  }

  /** Starts a transport that speaks a platform's protocol. */
  public static Builder builder(Protocol protocol) {
    return new Builder(protocol);
  }

  /**
   * Runs a call.
   *
   * @throws ApiException when it failed for good or too often
   */
  public <T> T call(ApiCall<T> call) {
    try {
      return attempt(call);
    } catch (ApiException problem) {
      return orRepeat(call, problem);
    }
  }

  /**
   * Lets Failsafe decide what follows a failed first attempt; a call that succeeds needs it not.
   */
  private <T> T orRepeat(ApiCall<T> call, ApiException first) {
    FailsafeExecutor<Object> executor = call.isRepeatable() ? repeatable : sendOnce;
    FailsafeExecutor<T> typed = cast(executor);
    try {
      return typed
          .getAsync(
              execution -> {
                if (execution.isFirstAttempt()) {
                  throw first;
                }
                return attempt(call);
              })
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  /** Returns what the quota of an operation lets through now; calls nothing. */
  public CallAllowance allowance(String operation, Quota quota) {
    return limiter.allowance(operation, quota);
  }

  @Override
  public void close() {
    if (ownsHttp) {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private <T> T attempt(ApiCall<T> call) {
    Request first = limitAndSign(call);
    try {
      return exchange(call, first);
    } catch (ApiException problem) {
      // Refused credentials mean that nothing was done, so even a write may go once more.
      if (!hasOtherCredentials(problem, first)) {
        throw problem;
      }
      return exchange(call, limitAndSign(call));
    }
  }

  private boolean hasOtherCredentials(ApiException problem, Request refused) {
    return switch (problem.kind()) {
      case TOKEN_EXPIRED -> protocol.renewCredentials(refused);
      case AUTHORIZATION_LOST -> protocol.changeAuthorization(refused);
      case CALLER_FAULT -> protocol.signsOtherwise(refused);
      default -> false;
    };
  }

  private Request limitAndSign(ApiCall<?> call) {
    try {
      // A wait between two attempts that was interrupted ends here.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      limiter.acquire(call.operation(), call.quota());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.builder(call.operation(), FailureKind.NOT_SENT)
          .detail("interrupted before it was sent")
          .build();
    }
    return protocol.sign(call.request());
  }

  private <T> T exchange(ApiCall<T> call, Request request) {
    long start = System.nanoTime();
    Answer answer = send(call, request);
    protocol
        .permitsPerSecond(answer)
        .ifPresent(rate -> limiter.learn(call.operation(), call.quota(), rate));
    try {
      Answer accepted = protocol.accept(answer);
      logCall(call, answer, start, accepted.requestId().orElse("-"));
      return decode(call, accepted);
    } catch (ApiException problem) {
      logCall(call, answer, start, problem.requestId().orElse("-"));
      if (problem.kind() == FailureKind.THROTTLED) {
        Duration wait = problem.retryAfter().orElse(Duration.ZERO);
        limiter.drain(call.operation(), call.quota(), shorter(wait, LONGEST_RETRY_AFTER));
      }
      throw problem;
    }
  }

  private static <T> T decode(ApiCall<T> call, Answer answer) {
    try {
      return call.decode(answer);
    } catch (ApiException problem) {
      throw problem;
    } catch (RuntimeException e) {
      // A write has been answered, so its caller must hear that the effect is uncertain. The cause
      // stays out: its message may quote the answer.
      throw answer
          .failure(FailureKind.UNREADABLE)
          .detail("the answer does not fit our model (" + e.getClass().getSimpleName() + ")")
          .build();
    }
  }

  private Answer send(ApiCall<?> call, Request request) {
    try (Response response = http.newCall(request).execute()) {
      return new Answer(
          call.operation(), response.code(), response.headers(), read(call, response));
    } catch (ConnectException
        | NoRouteToHostException
        | UnknownHostException
        | SSLHandshakeException e) {
      throw unanswered(call, FailureKind.NOT_SENT, "no connection to " + request.url().host(), e);
    } catch (IOException e) {
      throw unanswered(
          call, FailureKind.NO_ANSWER, "no complete answer from " + request.url().host(), e);
    }
  }

  /**
   * Hides what OkHttp would act on behind our back: it repeats a call when {@code Retry-After} is 0
   * and throws when it is a very large number.
   */
  private static Response receive(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String retryAfter = response.header("Retry-After");
    return retryAfter == null || retryAfter.matches("[1-9]\\d{0,5}")
        ? response
        : response.newBuilder().removeHeader("Retry-After").build();
  }

  private static byte[] read(ApiCall<?> call, Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(MAX_ANSWER_BYTES + 1L)) {
      throw ApiException.builder(call.operation(), FailureKind.UNREADABLE)
          .httpStatus(response.code())
          .detail("the answer is larger than " + MAX_ANSWER_BYTES + " bytes")
          .build();
    }
    return source.readByteArray();
  }

  private static ApiException unanswered(
      ApiCall<?> call, FailureKind kind, String detail, IOException cause) {
    return ApiException.builder(call.operation(), kind)
        .detail(detail + " (" + cause.getClass().getSimpleName() + ")")
        .build();
  }

  private static void logCall(ApiCall<?> call, Answer answer, long start, String requestId) {
    if (log.isDebugEnabled()) {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      log.debug("{} {} in {} ms, request {}", call.operation(), answer.status(), millis, requestId);
    }
  }

  /** A token refused again after its renewal is no matter of waiting. */
  private static boolean mayPass(ApiException problem) {
    return problem.isRetryable() && problem.kind() != FailureKind.TOKEN_EXPIRED;
  }

  private static RetryPolicy<Object> policy(Predicate<ApiException> repeat) {
    return RetryPolicy.builder()
        .handleIf(
            problem ->
                problem instanceof ApiException api
                    && repeat.test(api)
                    && !asksForLongWait(api)
                    && !Thread.currentThread().isInterrupted())
        .withMaxRetries(MAX_REPEATS)
        // Failsafe's own jitter would shorten also what the platform asks for.
        .withDelayFnOn(
            attempt -> delay(attempt.getLastException(), attempt.getAttemptCount()),
            ApiException.class)
        .build();
  }

  private static boolean asksForLongWait(ApiException problem) {
    return problem.retryAfter().filter(wish -> wish.compareTo(LONGEST_RETRY_AFTER) > 0).isPresent();
  }

  /** Returns what the platform asks for; else full jitter over a step that doubles each time. */
  private static Duration delay(@Nullable Throwable failure, int attempts) {
    if (failure instanceof ApiException problem && problem.retryAfter().isPresent()) {
      return problem.retryAfter().get();
    }
    Duration step = shorter(FIRST_DELAY.multipliedBy(1L << (attempts - 1)), LAST_DELAY);
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(step.toNanos() + 1));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @SuppressWarnings("unchecked") // The policies look at exceptions only, never at a result.
  private static <T> FailsafeExecutor<T> cast(FailsafeExecutor<Object> executor) {
    return (FailsafeExecutor<T>) (FailsafeExecutor<?>) executor;
  }

  /** Collects the parts of a {@link Transport}. Not thread-safe. */
  public static final class Builder {
    private final Protocol protocol;
    private @Nullable OkHttpClient http;
    private @Nullable Clock clock;
    private Pause pause = Pause.sleeping();
    private Duration callTimeout = Duration.ofSeconds(20);

    private Builder(Protocol protocol) {
      this.protocol = protocol;
    }

    /**
     * Derives from the host's client, whose pool and dispatcher are shared; a new one unless set.
     */
    public Builder httpClient(@Nullable OkHttpClient http) {
      this.http = http;
      return this;
    }

    /** Measures the quotas on this clock; on the machine's elapsed time unless set. */
    public Builder clock(@Nullable Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Sets how callers wait; they sleep unless set. */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /** Sets the time for one attempt from connecting to the last byte; 20 s unless set. */
    public Builder callTimeout(Duration callTimeout) {
      this.callTimeout = callTimeout;
      return this;
    }

    /** Returns the transport. */
    public Transport build() {
      return new Transport(this);
    }
  }
}
