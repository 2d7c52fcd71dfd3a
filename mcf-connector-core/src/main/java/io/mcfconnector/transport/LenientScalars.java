// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an empty text as an absent number or boolean, and {@code "true"} as {@code true}: platforms
 * drift between these forms from one endpoint to the next. Any other wrong type stays an error.
 */
final class LenientScalars implements JsonAdapter.Factory {

  private static final Set<Type> SCALARS = Set.of(Boolean.class, Integer.class, Long.class);

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (!SCALARS.contains(type) || !annotations.isEmpty()) {
      return null;
    }
    return new Lenient(type, moshi.nextAdapter(this, type, annotations));
  }

  private static final class Lenient extends JsonAdapter<Object> {
    private final Type type;
    private final JsonAdapter<Object> strict;

    private Lenient(Type type, JsonAdapter<Object> strict) {
      this.type = type;
      this.strict = strict;
    }

    @Override
    public @Nullable Object fromJson(JsonReader reader) throws IOException {
      if (reader.peek() != JsonReader.Token.STRING) {
        return strict.fromJson(reader);
      }
      String text = reader.peekJson().nextString();
      if (text.isEmpty()) {
        reader.nextString();
        return null;
      }
      if (type == Boolean.class && (text.equals("true") || text.equals("false"))) {
        reader.nextString();
        return Boolean.valueOf(text);
      }
      return strict.fromJson(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
      strict.toJson(writer, value);
    }
  }
}
