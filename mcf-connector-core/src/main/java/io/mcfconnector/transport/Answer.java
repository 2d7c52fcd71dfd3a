// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What a platform answered, read completely and within the size limit. */
public final class Answer {

  private final String operation;
  private final int status;
  private final Headers headers;
  private final byte[] body;
  private final String jsonRoot;
  private final @Nullable String requestId;

  Answer(String operation, int status, Headers headers, byte[] body) {
    this(operation, status, headers, body, "$", null);
  }

  private Answer(
      String operation,
      int status,
      Headers headers,
      byte[] body,
      String jsonRoot,
      @Nullable String requestId) {
    this.operation = operation;
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.jsonRoot = jsonRoot;
    this.requestId = requestId;
  }

  /** Returns this answer with the platform's id of the call. */
  public Answer withRequestId(@Nullable String requestId) {
    return new Answer(operation, status, headers, body, jsonRoot, requestId);
  }

  /** Returns this answer with only the part of its body that stands at a JSON path. */
  public Answer unwrapped(byte[] part, String jsonPath) {
    return new Answer(operation, status, headers, part, jsonPath, requestId);
  }

  /** Returns the operation that was called. */
  public String operation() {
    return operation;
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns whether the HTTP status is 2xx. */
  public boolean isSuccessful() {
    return status / 100 == 2;
  }

  /** Returns the first header of this name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Returns the platform's id of the call. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /** Returns the body; not a copy, so not to be changed. */
  public byte[] body() {
    return body;
  }

  /** Returns the JSON path at which {@link #body()} starts. */
  public String jsonRoot() {
    return jsonRoot;
  }

  /** Returns the body as text. */
  public String text() {
    return new String(body, UTF_8);
  }

  /** Returns the seconds of {@code Retry-After}; dates are not understood. */
  public Optional<Duration> retryAfter() {
    return header("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  /** Starts a failure that names this call. */
  public ApiException.Builder failure(FailureKind kind) {
    return ApiException.builder(operation, kind)
        .httpStatus(status)
        .requestId(requestId)
        .retryAfter(retryAfter().orElse(null));
  }

  /**
   * Returns a value that must be there.
   *
   * @param value the value
   * @param path where it should stand, from the body's root, such as {@code orders[3].id}
   * @throws ApiException when it is not there
   */
  public <T> T require(@Nullable T value, String path) {
    if (value == null || (value instanceof CharSequence text && text.isEmpty())) {
      throw failure(FailureKind.UNREADABLE)
          .jsonPath(jsonRoot + "." + path)
          .detail("a required field is missing; the platform changed or sent a broken answer")
          .build();
    }
    return value;
  }
}
