// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import io.mcfconnector.error.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import okio.Buffer;

/**
 * JSON at the border: wire records in and out.
 *
 * <p>Wire records are public, check nothing and copy nothing: Moshi turns an exception of their
 * constructor into an {@code AssertionError}. Every reference in them may be {@code null}.
 */
public final class Json {

  private static final Moshi MOSHI =
      new Moshi.Builder().add(new LenientScalars()).add(new WireRecords()).build();

  private Json() {}

  /**
   * Returns a decoder of a wire record. Broken JSON, wrong types and cut bodies become an {@code
   * ApiException} that names the path.
   */
  public static <T> Function<Answer, T> decoder(Class<T> wireType) {
    JsonAdapter<T> adapter = MOSHI.adapter(wireType);
    return answer -> decode(answer, adapter);
  }

  /**
   * Reads what a platform sends by itself, with no call behind it; empty when the bytes are not the
   * JSON of such a wire record.
   */
  public static <T> Optional<T> parse(Class<T> wireType, byte[] body) {
    try {
      return Optional.of(read(JsonReader.of(new Buffer().write(body)), MOSHI.adapter(wireType)));
    } catch (JsonDataException | IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the bytes of a wire record; absent values are left out. */
  public static <T> byte[] encode(Class<T> wireType, T value) {
    Buffer json = new Buffer();
    try {
      MOSHI.adapter(wireType).toJson(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory cannot fail", e);
    }
    return json.readByteArray();
  }

  private static <T> T decode(Answer answer, JsonAdapter<T> adapter) {
    JsonReader reader = JsonReader.of(new Buffer().write(answer.body()));
    try {
      return read(reader, adapter);
    } catch (JsonDataException | IOException e) {
      // The cause stays out: its message may quote a value.
      throw answer
          .failure(FailureKind.UNREADABLE)
          .jsonPath(answer.jsonRoot() + reader.getPath().substring(1))
          .detail("the answer is not the JSON that the platform documents")
          .build();
    }
  }

  private static <T> T read(JsonReader reader, JsonAdapter<T> adapter) throws IOException {
    T value = adapter.fromJson(reader);
    if (value == null) {
      throw new JsonDataException("null");
    }
    if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
      throw new JsonDataException("more than one value");
    }
    return value;
  }
}
