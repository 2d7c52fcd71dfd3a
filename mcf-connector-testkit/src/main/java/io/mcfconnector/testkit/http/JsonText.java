// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.http;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import okio.Buffer;

/** Writes JSON of maps, lists, texts, numbers and booleans. */
public final class JsonText {

  private JsonText() {}

  /** Returns the text of a value; a member without a value is written as {@code null}. */
  public static String of(Object value) {
    Buffer text = new Buffer();
    JsonWriter writer = JsonWriter.of(text);
    writer.setSerializeNulls(true);
    try {
      writer.jsonValue(value);
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory cannot fail", e);
    }
    return text.readUtf8();
  }
}
