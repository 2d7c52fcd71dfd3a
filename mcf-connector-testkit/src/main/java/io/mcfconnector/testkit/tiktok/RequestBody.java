// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.Moshi;
import io.mcfconnector.testkit.http.Incoming;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a request and insists on its types. */
final class RequestBody {

  private static final JsonAdapter<Object> ADAPTER =
      new Moshi.Builder().build().adapter(Object.class);

  private final String path;
  private final Map<?, ?> fields;

  private RequestBody(String path, Map<?, ?> fields) {
    this.path = path;
    this.fields = fields;
  }

  /** Returns the body; one without fields when nothing was sent. */
  static RequestBody of(Incoming request) {
    if (request.body().isEmpty()) {
      return new RequestBody("body", Map.of());
    }
    try {
      if (ADAPTER.fromJson(request.body()) instanceof Map<?, ?> fields) {
        return new RequestBody("body", fields);
      }
    } catch (JsonDataException | JsonEncodingException | EOFException e) {
      throw notJson();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text failed", e);
    }
    throw notJson();
  }

  private static Refusal notJson() {
    return Refusal.of(400, 36009022, "Invalid body. It must be a JSON object.");
  }

  String required(String name) {
    String value = text(name);
    if (value == null || value.isEmpty()) {
      throw Refusal.parameter("param " + path + "." + name + " is missing");
    }
    return value;
  }

  @Nullable String text(String name) {
    return typed(name, String.class);
  }

  @Nullable Boolean flag(String name) {
    return typed(name, Boolean.class);
  }

  @Nullable Long integer(String name) {
    Double number = typed(name, Double.class);
    if (number == null) {
      return null;
    }
    if (number != Math.rint(number)) {
      throw wrongType(name);
    }
    return number.longValue();
  }

  /** Returns a list of texts; {@code null} when it was not sent. */
  @Nullable List<String> texts(String name) {
    List<?> values = typed(name, List.class);
    if (values == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      if (!(value instanceof String text)) {
        throw wrongType(name);
      }
      texts.add(text);
    }
    return texts;
  }

  /** Returns an object that must be there. */
  RequestBody object(String name) {
    Map<?, ?> value = typed(name, Map.class);
    if (value == null) {
      throw Refusal.parameter("param " + path + "." + name + " is missing");
    }
    return new RequestBody(path + "." + name, value);
  }

  /** Returns a list of objects, which must not be empty. */
  List<RequestBody> objects(String name) {
    List<?> values = typed(name, List.class);
    if (values == null || values.isEmpty()) {
      throw Refusal.parameter("param " + path + "." + name + " is missing");
    }
    List<RequestBody> objects = new ArrayList<>();
    for (Object value : values) {
      if (!(value instanceof Map<?, ?> object)) {
        throw wrongType(name);
      }
      objects.add(new RequestBody(path + "." + name, object));
    }
    return objects;
  }

  /** Returns a list of objects that may be absent or empty. */
  List<RequestBody> objectsOrNone(String name) {
    List<?> values = typed(name, List.class);
    return values == null || values.isEmpty() ? List.of() : objects(name);
  }

  private <T> @Nullable T typed(String name, Class<T> type) {
    Object value = fields.get(name);
    if (value != null && !type.isInstance(value)) {
      throw wrongType(name);
    }
    return type.cast(value);
  }

  private Refusal wrongType(String name) {
    return Refusal.parameter("param " + path + "." + name + " type invalid");
  }
}
