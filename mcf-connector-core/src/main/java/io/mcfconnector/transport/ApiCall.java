// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * One call to a platform, complete but for token, time and signature. Immutable.
 *
 * @param <T> what the decoded answer is
 */
public final class ApiCall<T> {

  private static final MediaType JSON = MediaType.get("application/json");

  private final String operation;
  private final Request request;
  private final boolean repeatable;
  private final Quota quota;
  private final Function<Answer, T> decoder;

  private ApiCall(Builder<T> builder) {
    this.operation = builder.operation;
    this.repeatable = builder.repeatable;
    this.quota = builder.quota;
    this.decoder = builder.decoder;
    this.request = builder.request();
  }

  /**
   * Starts a call that reads: repeated on its own after a failure that may pass.
   *
   * @param operation the platform's name of the operation; the key of its quota
   * @param url where
   * @param quota what the platform allows
   * @param decoder makes a value of the answer; throws {@code ApiException} when it cannot
   */
  public static <T> Builder<T> get(
      String operation, HttpUrl url, Quota quota, Function<Answer, T> decoder) {
    return new Builder<>(operation, "GET", url, quota, decoder, true);
  }

  /**
   * Starts a call that writes: sent once, unless it is declared {@link Builder#repeatable()}.
   *
   * @param operation the platform's name of the operation; the key of its quota
   * @param method HTTP method
   * @param url where
   * @param quota what the platform allows
   * @param decoder makes a value of the answer; throws {@code ApiException} when it cannot
   */
  public static <T> Builder<T> write(
      String operation, String method, HttpUrl url, Quota quota, Function<Answer, T> decoder) {
    return new Builder<>(operation, method, url, quota, decoder, false);
  }

  String operation() {
    return operation;
  }

  Request request() {
    return request;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  Quota quota() {
    return quota;
  }

  T decode(Answer answer) {
    return decoder.apply(answer);
  }

  /** Collects the parts of an {@link ApiCall}. Not thread-safe. */
  public static final class Builder<T> {
    private final String operation;
    private final String method;
    private final Request.Builder request;
    private final Quota quota;
    private final Function<Answer, T> decoder;
    private boolean repeatable;
    private byte @Nullable [] body;
    private MediaType mediaType = JSON;

    private Builder(
        String operation,
        String method,
        HttpUrl url,
        Quota quota,
        Function<Answer, T> decoder,
        boolean repeatable) {
      this.operation = operation;
      this.method = method;
      this.request = new Request.Builder().url(url);
      this.quota = quota;
      this.decoder = decoder;
      this.repeatable = repeatable;
    }

    /** Sets a header. */
    public Builder<T> header(String name, String value) {
      request.header(name, value);
      return this;
    }

    /** Sets a JSON body. */
    public Builder<T> json(byte[] body) {
      this.body = body.clone();
      return this;
    }

    /** Sets a wire record as JSON body; absent values are left out. */
    public <V> Builder<T> json(Class<V> wireType, V value) {
      this.body = Json.encode(wireType, value);
      return this;
    }

    /** Sets a body of another type. */
    public Builder<T> body(byte[] body, String mediaType) {
      this.body = body.clone();
      this.mediaType = MediaType.get(mediaType);
      return this;
    }

    /** Declares that repeating the call has the same effect as sending it once. */
    public Builder<T> repeatable() {
      this.repeatable = true;
      return this;
    }

    /** Returns the call. */
    public ApiCall<T> build() {
      return new ApiCall<>(this);
    }

    private Request request() {
      if (body != null) {
        return request.method(method, new Body(body, mediaType, !repeatable)).build();
      }
      // Also a DELETE has a body: without one OkHttp would send it again as it likes.
      Body empty = method.equals("GET") ? null : new Body(new byte[0], null, !repeatable);
      return request.method(method, empty).build();
    }
  }

  /** A body that OkHttp may send only once when the call must not be repeated behind our back. */
  private static final class Body extends RequestBody {
    private final byte[] bytes;
    private final @Nullable MediaType mediaType;
    private final boolean oneShot;

    private Body(byte[] bytes, @Nullable MediaType mediaType, boolean oneShot) {
      this.bytes = bytes;
      this.mediaType = mediaType;
      this.oneShot = oneShot;
    }

    @Override
    public @Nullable MediaType contentType() {
      return mediaType;
    }

    @Override
    public long contentLength() {
      return bytes.length;
    }

    @Override
    public boolean isOneShot() {
      return oneShot;
    }

    @Override
    public void writeTo(BufferedSink sink) throws java.io.IOException {
      sink.write(bytes);
    }
  }
}
