// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object of a request, read as strictly as the official models describe it. */
final class JsonObject {

  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private final Map<String, Object> members;
  private final String path;

  private JsonObject(Map<?, ?> members, String path) {
    this.members = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (value != null) {
            this.members.put(String.valueOf(name), value);
          }
        });
    this.path = path;
  }

  static JsonObject parse(String body) {
    try {
      if (JSON.fromJson(body) instanceof Map<?, ?> members) {
        return new JsonObject(members, "");
      }
    } catch (IOException | JsonDataException e) {
      throw malformed();
    }
    throw malformed();
  }

  static Refusal malformed() {
    return Refusal.invalid("Invalid Input");
  }

  /** Returns the members as they were sent. */
  Map<String, Object> members() {
    return members;
  }

  Refusal invalid(String name) {
    Object value = members.get(name);
    return Refusal.invalidValue(
        value instanceof String || value instanceof Number ? String.valueOf(value) : "",
        parameter(name));
  }

  String text(String name, int longest) {
    String text = textOrNull(name, longest);
    if (text == null || text.isBlank()) {
      throw invalid(name);
    }
    return text;
  }

  @Nullable String textOrNull(String name, int longest) {
    Object value = members.get(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      throw malformed();
    }
    if (text.length() > longest) {
      throw invalid(name);
    }
    return text;
  }

  String oneOf(String name, String otherwise, Set<String> known) {
    String text = textOrNull(name, Integer.MAX_VALUE);
    if (text == null) {
      return otherwise;
    }
    if (!known.contains(text)) {
      throw invalid(name);
    }
    return text;
  }

  /** Returns a whole number above zero that is sent as a JSON number. */
  int count(String name) {
    Object value = members.get(name);
    if (value == null) {
      throw invalid(name);
    }
    if (!(value instanceof Double number) || number != Math.rint(number)) {
      throw malformed();
    }
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw invalid(name);
    }
    return number.intValue();
  }

  /** Returns a whole number above zero that is sent as a decimal in a string. */
  int decimalCount(String name) {
    String text = text(name, 40);
    try {
      int count = new BigDecimal(text).intValueExact();
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw malformed();
    } catch (ArithmeticException e) {
      throw invalid(name);
    }
    throw invalid(name);
  }

  boolean flag(String name) {
    Object value = members.get(name);
    if (value == null) {
      return false;
    }
    if (!(value instanceof Boolean flag)) {
      throw malformed();
    }
    return flag;
  }

  Instant time(String name) {
    return isoTime(text(name, 40));
  }

  static Instant isoTime(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw malformed();
    }
  }

  JsonObject object(String name) {
    JsonObject object = objectOrNull(name);
    if (object == null) {
      throw invalid(name);
    }
    return object;
  }

  @Nullable JsonObject objectOrNull(String name) {
    Object value = members.get(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Map<?, ?> nested)) {
      throw malformed();
    }
    return new JsonObject(nested, parameter(name));
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object value : list(name)) {
      if (!(value instanceof String text)) {
        throw malformed();
      }
      texts.add(text);
    }
    return texts;
  }

  List<JsonObject> objects(String name) {
    List<JsonObject> objects = new ArrayList<>();
    for (Object value : list(name)) {
      if (!(value instanceof Map<?, ?> nested)) {
        throw malformed();
      }
      objects.add(new JsonObject(nested, parameter(name)));
    }
    return objects;
  }

  private List<?> list(String name) {
    Object value = members.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw malformed();
    }
    return list;
  }

  private String parameter(String name) {
    String capitalized = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return path.isEmpty() ? capitalized : path + "." + capitalized;
  }
}
