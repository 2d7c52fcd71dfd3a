// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Json;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireRecordsTest {

  /** A wire record that holds itself. */
  public record Parcel(
      @Json(name = "package_id") @Nullable String id,
      @Nullable List<Parcel> parts,
      @Nullable Map<String, Integer> units,
      @Nullable Parcel outer) {}

  /** A wire record with a primitive. */
  public record Counted(int units) {}

  private static final JsonAdapter<Parcel> MOSHI =
      new Moshi.Builder().build().adapter(Parcel.class);
  private static final JsonAdapter<Parcel> OURS =
      new Moshi.Builder().add(new WireRecords()).build().adapter(Parcel.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"package_id\":\"1\",\"id\":\"2\",\"new\":{\"a\":[1]}}",
        "{\"package_id\":null,\"parts\":[null,{\"package_id\":\"2\"}],\"units\":{\"a\":1}}",
        "{\"outer\":{\"outer\":{\"parts\":[]}}}",
        "{\"package_id\":\"1\",\"package_id\":\"2\"}",
      })
  void fromJson_anyFields_readsWhatMoshiReads(String json) throws IOException {
    assertThat(OURS.fromJson(json)).isEqualTo(MOSHI.fromJson(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "{\"parts\":{}}", "{\"units\":{\"a\":\"many\"}}", "{\"parts\":[1]}"})
  void fromJson_wrongTypes_failsWhereMoshiFails(String json) {
    assertThat(problem(OURS, json)).isEqualTo(problem(MOSHI, json));
  }

  @Test
  void toJson_record_isWhatMoshiWrites() {
    Parcel parcel = new Parcel("1", List.of(new Parcel(null, null, null, null)), Map.of(), null);

    assertThat(OURS.toJson(parcel)).isEqualTo(MOSHI.toJson(parcel));
  }

  @Test
  void create_otherTypesAndPrimitives_areLeftToMoshi() {
    WireRecords records = new WireRecords();
    Moshi moshi = new Moshi.Builder().build();

    assertThat(records.create(String.class, Set.of(), moshi)).isNull();
    assertThat(records.create(Counted.class, Set.of(), moshi)).isNull();
  }

  private static String problem(JsonAdapter<Parcel> adapter, String json) {
    try {
      return "read " + adapter.fromJson(json);
    } catch (JsonDataException | IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
