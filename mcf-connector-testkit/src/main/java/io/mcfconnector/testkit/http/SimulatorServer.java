// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.http;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.mcfconnector.testkit.http.Fault.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Serves a simulated platform on a loopback port: plays the planned faults around the platform's
 * own answers and logs every exchange. One request at a time changes the platform. Thread-safe.
 */
public final class SimulatorServer implements AutoCloseable {

  private final MockWebServer server = new MockWebServer();
  private final Faults faults = new Faults();
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private final ReentrantLock platformLock = new ReentrantLock();
  private final Clock clock;
  private final Platform platform;

  /** What a simulated platform does with a request. */
  public interface Platform {

    /** Returns the platform's name of the operation; {@code unknown} when there is none. */
    String operationOf(Incoming request);

    /** Does what the request asks for and answers. */
    Reply answer(String operation, Incoming request);

    /** Returns the platform's words for one call too many. */
    Reply throttled();

    /** Returns the platform's words for its own failure. */
    Reply failed(int status);
  }

  /** Starts a server for a platform. */
  public SimulatorServer(Clock clock, Platform platform) {
    this.clock = clock;
    this.platform = platform;
    server.setServerSocketFactory(new PromptSockets());
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return respond(request);
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the simulator found no free port", e);
    }
  }

  /** Returns the base URL without a slash at its end. */
  public String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** Returns the plan of what goes wrong. */
  public Faults faults() {
    return faults;
  }

  /** Returns all exchanges so far, oldest first. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** Returns the exchanges of one operation, oldest first. */
  public List<Exchange> exchanges(String operation) {
    return exchanges.stream().filter(exchange -> exchange.operation().equals(operation)).toList();
  }

  /** Forgets the exchanges so far; a long simulation would keep them all. */
  public void forgetExchanges() {
    exchanges.clear();
  }

  /** Runs a change of the platform that comes from outside, between two requests. */
  public void change(Runnable change) {
    platformLock.lock();
    try {
      change.run();
    } finally {
      platformLock.unlock();
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private MockResponse respond(RecordedRequest recorded) {
    Incoming request = incoming(recorded);
    String operation = platform.operationOf(request);
    Fault fault = faults.take(operation, request);
    Reply reply = fault == null ? answer(operation, request) : faulty(fault, operation, request);
    boolean answered = fault == null || !isDrop(fault);
    exchanges.add(
        new Exchange(clock.instant(), operation, request, answered ? reply : null, fault));
    return response(reply, fault);
  }

  private Reply answer(String operation, Incoming request) {
    platformLock.lock();
    try {
      return platform.answer(operation, request);
    } finally {
      platformLock.unlock();
    }
  }

  private Reply faulty(Fault fault, String operation, Incoming request) {
    return switch (fault.kind()) {
      case THROTTLED -> platform.throttled();
      case ERROR_BEFORE -> platform.failed(fault.status());
      case DROP_BEFORE -> Reply.json(500, "");
      case ERROR_AFTER -> {
        answer(operation, request);
        yield platform.failed(fault.status());
      }
      case DROP_AFTER, SLOW -> answer(operation, request);
      case CUT_BODY -> {
        Reply whole = answer(operation, request);
        String half = whole.body().substring(0, whole.body().length() / 2);
        yield new Reply(whole.status(), whole.headers(), half);
      }
      case HTML -> {
        Reply whole = answer(operation, request);
        yield new Reply(whole.status(), whole.headers(), "<html><h1>Please wait</h1></html>");
      }
      case UNKNOWN_FIELDS -> {
        Reply whole = answer(operation, request);
        yield new Reply(whole.status(), whole.headers(), withUnknownFields(whole.body()));
      }
    };
  }

  private static boolean isDrop(Fault fault) {
    return fault.kind() == Kind.DROP_BEFORE || fault.kind() == Kind.DROP_AFTER;
  }

  private MockResponse response(Reply reply, @Nullable Fault fault) {
    MockResponse.Builder response =
        new MockResponse.Builder()
            .code(reply.status())
            .setHeader("Content-Type", "application/json")
            .setHeader("Date", RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)))
            .body(reply.body());
    reply.headers().forEach(response::setHeader);
    if (fault != null && isDrop(fault)) {
      response.onResponseStart(SocketEffect.ShutdownConnection.INSTANCE);
    }
    if (fault != null && fault.kind() == Kind.SLOW) {
      response.headersDelay(fault.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
    return response.build();
  }

  private static Incoming incoming(RecordedRequest recorded) {
    HttpUrl url = recorded.getUrl();
    Map<String, String> query = new LinkedHashMap<>();
    for (int i = 0; i < url.querySize(); i++) {
      String value = url.queryParameterValue(i);
      query.put(url.queryParameterName(i), value == null ? "" : value);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    Headers sent = recorded.getHeaders();
    for (int i = 0; i < sent.size(); i++) {
      headers.put(sent.name(i).toLowerCase(Locale.ROOT), sent.value(i));
    }
    String rawQuery = url.encodedQuery();
    return new Incoming(
        recorded.getMethod(),
        url.encodedPath(),
        rawQuery == null ? "" : rawQuery,
        query,
        headers,
        recorded.getBody() == null ? "" : recorded.getBody().utf8());
  }

  private static String withUnknownFields(String json) {
    StringBuilder text = new StringBuilder(json.length() * 2);
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean escaped = inString && i > 0 && json.charAt(i - 1) == '\\';
      if (c == '"' && !escaped) {
        inString = !inString;
      }
      text.append(c);
      if (c == '{' && !inString) {
        boolean empty = json.substring(i + 1).stripLeading().startsWith("}");
        text.append("\"some_future_field\":{\"n\":1}").append(empty ? "" : ",");
      }
    }
    return text.toString();
  }
}
