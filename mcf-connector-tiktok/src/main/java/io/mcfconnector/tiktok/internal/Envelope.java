// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.transport.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The four members around every answer of TikTok: {@code code}, {@code message}, {@code request_id}
 * and {@code data}.
 *
 * <p>A business failure may come with HTTP 200: when the body has a code, the code decides; else
 * the HTTP status does. Of {@code message} nothing is kept, since it may echo values.
 */
final class Envelope {

  private static final Pattern CODE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private final Answer answer;
  private @Nullable String code;
  private String message = "";
  private @Nullable String requestId;
  private byte[] data = "null".getBytes(UTF_8);

  private Envelope(Answer answer) {
    this.answer = answer;
  }

  /**
   * Reads the envelope of an answer.
   *
   * @throws ApiException when there is none
   */
  static Envelope of(Answer answer) {
    Envelope envelope = new Envelope(answer);
    JsonReader reader = JsonReader.of(new Buffer().write(answer.body()));
    try {
      reader.beginObject();
      while (reader.hasNext()) {
        envelope.readMember(reader);
      }
      reader.endObject();
      return envelope;
    } catch (JsonDataException | IOException e) {
      throw withoutCode(answer, e instanceof EOFException || endsInAText(answer));
    }
  }

  /** Returns whether TikTok refused the time of the call. */
  boolean isTimeRefused() {
    return code != null && PlatformCodes.isTimeRefused(code, message);
  }

  /**
   * Returns the answer with {@code data} as its body.
   *
   * @throws ApiException when the call failed
   */
  Answer unwrap() {
    Answer identified = answer.withRequestId(requestId);
    if (code == null) {
      throw withoutCode(identified, false);
    }
    if (code.equals("0")) {
      return identified.unwrapped(data, "$.data");
    }
    throw PlatformCodes.failure(identified, code, message);
  }

  /** Moshi takes the end of the answer in the middle of a text for broken JSON, not for an end. */
  private static boolean endsInAText(Answer answer) {
    String body = new String(answer.body(), UTF_8).strip();
    return body.startsWith("{") && !body.endsWith("}");
  }

  private void readMember(JsonReader reader) throws IOException {
    switch (reader.nextName()) {
      case "code" -> code = text(reader, CODE);
      case "message" -> {
        String text = text(reader, null);
        message = text == null ? "" : text;
      }
      case "request_id" -> requestId = text(reader, REQUEST_ID);
      case "data" -> {
        // As bytes: numbers must reach the decoder as the platform wrote them.
        try (BufferedSource source = reader.nextSource()) {
          data = source.readByteArray();
        }
      }
      default -> reader.skipValue();
    }
  }

  private static @Nullable String text(JsonReader reader, @Nullable Pattern allowed)
      throws IOException {
    JsonReader.Token token = reader.peek();
    if (token != JsonReader.Token.STRING && token != JsonReader.Token.NUMBER) {
      reader.skipValue();
      return null;
    }
    String text = reader.nextString();
    return allowed == null || allowed.matcher(text).matches() ? text : null;
  }

  /** What an answer means that has no readable code. */
  private static ApiException withoutCode(Answer answer, boolean cut) {
    if (answer.isSuccessful()) {
      return cut
          ? answer
              .failure(FailureKind.NO_ANSWER)
              .detail("the answer is empty or ends in the middle")
              .build()
          : answer
              .failure(FailureKind.UNREADABLE)
              .jsonPath("$.code")
              .detail("the answer is not TikTok Shop's; check the base URL and any proxy")
              .build();
    }
    return PlatformCodes.failure(answer);
  }
}
