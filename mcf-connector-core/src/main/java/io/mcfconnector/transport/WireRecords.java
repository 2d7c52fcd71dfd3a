// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import com.squareup.moshi.Json;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads wire records as Moshi does, but prepares the constructor call once. Moshi 1.15 works it out
 * again for every object, which takes more memory and time than all the rest of the reading. Moshi
 * writes them, and reads those with primitive components.
 */
final class WireRecords implements JsonAdapter.Factory {

  private static final MethodType MAKER = MethodType.methodType(Object.class, Object[].class);

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (!(type instanceof Class<?> record) || !record.isRecord() || !annotations.isEmpty()) {
      return null;
    }
    List<RecordComponent> components = List.of(record.getRecordComponents());
    if (components.stream().anyMatch(component -> component.getType().isPrimitive())) {
      return null;
    }
    String[] names = components.stream().map(WireRecords::name).toArray(String[]::new);
    return new WireRecord(
            JsonReader.Options.of(names),
            components.stream()
                .map(component -> moshi.<Object>adapter(component.getGenericType()))
                .toList(),
            maker(record, components),
            moshi.nextAdapter(this, type, annotations))
        .nullSafe();
  }

  private static String name(RecordComponent component) {
    Json json = component.getAnnotation(Json.class);
    return json == null ? component.getName() : json.name();
  }

  private static MethodHandle maker(Class<?> record, List<RecordComponent> components) {
    Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return MethodHandles.publicLookup()
          .findConstructor(record, MethodType.methodType(void.class, types))
          .asSpreader(Object[].class, types.length)
          .asType(MAKER);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record + " is no public record", e);
    }
  }

  private static final class WireRecord extends JsonAdapter<Object> {
    private final JsonReader.Options names;
    private final List<JsonAdapter<Object>> components;
    private final MethodHandle maker;
    private final JsonAdapter<Object> writer;

    private WireRecord(
        JsonReader.Options names,
        List<JsonAdapter<Object>> components,
        MethodHandle maker,
        JsonAdapter<Object> writer) {
      this.names = names;
      this.components = components;
      this.maker = maker;
      this.writer = writer;
    }

    @Override
    public Object fromJson(JsonReader reader) throws IOException {
      @Nullable Object[] values = new Object[components.size()];
      reader.beginObject();
      while (reader.hasNext()) {
        int at = reader.selectName(names);
        if (at < 0) {
          reader.skipName();
          reader.skipValue();
        } else {
          values[at] = components.get(at).fromJson(reader);
        }
      }
      reader.endObject();
      return made(values);
    }

    private Object made(@Nullable Object[] values) {
      try {
        return (Object) maker.invokeExact(values);
      } catch (Throwable e) {
        throw new AssertionError("wire records check nothing", e);
      }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
      this.writer.toJson(writer, value);
    }
  }
}
