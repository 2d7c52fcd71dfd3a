// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.transport.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import okio.BufferedSource;

/** Takes a list apart before it is decoded, so that one broken element does not spoil the rest. */
public final class Elements {

  private Elements() {}

  /**
   * Returns each element of a list member as an answer of its own; none when the member is absent.
   *
   * @throws io.mcfconnector.error.ApiException when the body is no object, or the member no list
   */
  public static List<Answer> of(Answer answer, String member) {
    List<Answer> elements = new ArrayList<>();
    JsonReader reader = JsonReader.of(new Buffer().write(answer.body()));
    try {
      reader.beginObject();
      while (reader.hasNext()) {
        if (reader.nextName().equals(member) && reader.peek() != JsonReader.Token.NULL) {
          readList(reader, answer, elements);
        } else {
          reader.skipValue();
        }
      }
      return elements;
    } catch (JsonDataException | IOException e) {
      throw answer
          .failure(FailureKind.UNREADABLE)
          .jsonPath(pathIn(answer, reader))
          .detail("the answer is not the JSON that the platform documents")
          .build();
    }
  }

  private static void readList(JsonReader reader, Answer answer, List<Answer> elements)
      throws IOException {
    reader.beginArray();
    while (reader.hasNext()) {
      String path = pathIn(answer, reader);
      try (BufferedSource element = reader.nextSource()) {
        elements.add(answer.unwrapped(element.readByteArray(), path));
      }
    }
    reader.endArray();
  }

  private static String pathIn(Answer answer, JsonReader reader) {
    return answer.jsonRoot() + reader.getPath().substring(1);
  }
}
