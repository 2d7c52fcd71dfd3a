// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.mcfconnector.error.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as it is stored, asked part by part. What does not fit is a {@code StoreException}
 * that names the whole and the path, and quotes no value, since it may be buyer data.
 */
final class StoredPart {

  private final String subject;
  private final Place place;
  private final Map<?, ?> values;

  private StoredPart(String subject, Place place, @Nullable Object value) {
    this.subject = subject;
    this.place = place;
    if (!(value instanceof Map<?, ?> map)) {
      throw unreadable(subject, place.path() + " is no object");
    }
    this.values = map;
  }

  /** Where a value stands; its path is put together only for a failure. */
  private record Place(@Nullable Place parent, String name, int index) {
    static final Place ROOT = new Place(null, "$", -1);

    Place of(String member) {
      return new Place(this, member, -1);
    }

    String path() {
      String here = index < 0 ? name : name + "[" + index + "]";
      return parent == null ? here : parent.path() + "." + here;
    }
  }

  /**
   * Reads a text.
   *
   * @param subject what the text is, for messages, such as {@code the record of order 1}
   */
  static StoredPart parse(String subject, String json) {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
    Object value;
    JsonReader.Token next;
    try {
      value = reader.readJsonValue();
      next = reader.peek();
    } catch (IOException | JsonDataException e) {
      // The cause stays out: its message may quote a value.
      throw unreadable(subject, "$ is cut or no JSON");
    }
    if (next != JsonReader.Token.END_DOCUMENT) {
      throw unreadable(subject, "$ is more than one value");
    }
    return new StoredPart(subject, Place.ROOT, value);
  }

  /** Returns the text of an object; absent parts are left out. */
  static String toJson(Map<String, ?> values) {
    Buffer json = new Buffer();
    try {
      JsonWriter.of(json).jsonValue(values);
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory cannot fail", e);
    }
    return json.readUtf8();
  }

  /** Returns a text as the value that it stands for. */
  <T> T value(String name, Function<String, T> conversion) {
    T value = valueOrNull(name, conversion);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  <T> @Nullable T valueOrNull(String name, Function<String, T> conversion) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    return convert(place.of(name), value, conversion);
  }

  String text(String name) {
    return value(name, Function.identity());
  }

  @Nullable String textOrNull(String name) {
    return valueOrNull(name, Function.identity());
  }

  long number(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw missing(name);
    }
    // Every number of JSON is a double here; the stored ones are whole and far below 2^53.
    if (!(value instanceof Double number) || number != Math.rint(number)) {
      throw unreadable(place.of(name), "is no whole number");
    }
    return number.longValue();
  }

  int smallNumber(String name) {
    long number = number(name);
    if (number != (int) number) {
      throw unreadable(place.of(name), "is too large");
    }
    return (int) number;
  }

  /** Returns a small number; {@code other} when there is none. */
  int smallNumberOr(String name, int other) {
    return values.get(name) == null ? other : smallNumber(name);
  }

  StoredPart part(String name) {
    StoredPart part = partOrNull(name);
    if (part == null) {
      throw missing(name);
    }
    return part;
  }

  @Nullable StoredPart partOrNull(String name) {
    Object value = values.get(name);
    return value == null ? null : new StoredPart(subject, place.of(name), value);
  }

  /** Returns the objects of a list; none when the list is absent. */
  <T> List<T> parts(String name, Function<StoredPart, T> reading) {
    return list(name, (at, value) -> reading.apply(new StoredPart(subject, at, value)));
  }

  /** Returns the texts of a list as the values they stand for; none when the list is absent. */
  <T> List<T> values(String name, Function<String, T> conversion) {
    return list(name, (at, value) -> convert(at, value, conversion));
  }

  /** Returns the texts by name of an object; none when it is absent. */
  Map<String, String> texts(String name) {
    StoredPart part = partOrNull(name);
    Map<String, String> texts = new LinkedHashMap<>();
    if (part != null) {
      part.values.keySet().forEach(key -> texts.put((String) key, part.text((String) key)));
    }
    return texts;
  }

  /** Returns the numbers by name of this object. */
  <K> Map<K, Integer> numbers(Function<String, K> conversion) {
    Map<K, Integer> numbers = new LinkedHashMap<>();
    for (Object key : values.keySet()) {
      numbers.put(convert(place, key, conversion), smallNumber((String) key));
    }
    return numbers;
  }

  /** Returns what the reading makes of this whole; a rule it breaks becomes a failure here. */
  <T> T as(Function<StoredPart, T> reading) {
    try {
      return reading.apply(this);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable(place, "breaks a rule of its parts");
    }
  }

  /** Fails unless a part says what is known from elsewhere. */
  void requireSame(String name, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw unreadable(place.of(name), "differs from the row it is stored in");
    }
  }

  private interface Element<T> {
    T read(Place at, Object value);
  }

  private <T> List<T> list(String name, Element<T> element) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> found)) {
      throw unreadable(place.of(name), "is no list");
    }
    List<T> elements = new ArrayList<>(found.size());
    for (Object each : found) {
      Place at = new Place(place, name, elements.size());
      if (each == null) {
        throw unreadable(at, "is missing");
      }
      elements.add(element.read(at, each));
    }
    return elements;
  }

  private <T> T convert(Place at, Object value, Function<String, T> conversion) {
    if (!(value instanceof String text)) {
      throw unreadable(at, "is no text");
    }
    try {
      return conversion.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable(at, "is no value that this version knows");
    }
  }

  private StoreException missing(String name) {
    return unreadable(place.of(name), "is missing");
  }

  private StoreException unreadable(Place at, String complaint) {
    return unreadable(subject, at.path() + " " + complaint);
  }

  private static StoreException unreadable(String subject, String complaint) {
    return new StoreException(
        "What is stored as "
            + subject
            + " cannot be read: "
            + complaint
            + ". It was changed outside of the connector; restore it from a backup.");
  }
}
