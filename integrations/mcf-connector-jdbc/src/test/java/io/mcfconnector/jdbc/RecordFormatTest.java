// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFormatTest {

  private static final String ORDER = "578100000000000008";
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  // The fixture is never written again: stored records of format 1 look like this for ever.
  private final String fixture = fixture("record-format-1.json");

  @Test
  void read_fixtureOfFormat1_givesEveryPart() {
    assertThat(RecordFormat.read(ORDER, 7, fixture)).isEqualTo(SampleRecords.full());
  }

  @Test
  void write_sameRecord_givesFixtureOfFormat1() {
    assertThat(RecordFormat.write(SampleRecords.full())).isEqualTo(fixture);
  }

  @Test
  void fixture_always_hasEveryPartOfARecord() throws ReflectiveOperationException {
    for (RecordComponent component : RoutingRecord.class.getRecordComponents()) {
      assertThat(component.getAccessor().invoke(SampleRecords.full()))
          .as(component.getName())
          .isNotNull()
          .isNotEqualTo(List.of());
    }
  }

  @Test
  void read_writtenBareRecord_isTheSame() {
    RoutingRecord bare = RoutingRecord.builder("TTS", SampleRecords.SHOP, OrderId.of("1")).build();

    assertThat(RecordFormat.read("1", 0, RecordFormat.write(bare))).isEqualTo(bare);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.adopted",
        "$.correctedFrom",
        "$.released",
        "$.cancel",
        "$.cancel.answerBy",
        "$.packages[0].generation",
        "$.packages[0].confirmation.warningKind",
        "$.packages[0].confirmation.replaced"
      })
  void read_partAddedSinceTheFirstRelease_mayBeAbsent(String path) {
    String older = changed(path, (parent, name) -> parent.remove(name));

    assertThat(RecordFormat.read(ORDER, 7, older).decisions())
        .isEqualTo(SampleRecords.full().decisions());
  }

  @Test
  void read_partThatThisVersionDoesNotKnow_isIgnored() {
    String longer = fixture.replace("{\"channel\"", "{\"giftWrap\":{\"a\":[1]},\"channel\"");

    assertThat(RecordFormat.read(ORDER, 7, longer)).isEqualTo(SampleRecords.full());
  }

  @Test
  void read_cutAnywhere_isRefused() {
    for (int length = 0; length < fixture.length(); length++) {
      String cut = fixture.substring(0, length);
      assertThatThrownBy(() -> RecordFormat.read(ORDER, 7, cut))
          .isInstanceOf(StoreException.class)
          .hasMessageContainingAll(ORDER, "cut");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.channel",
        "$.shop",
        "$.orderId",
        "$.version",
        "$.state",
        "$.receivedAt",
        "$.orderedAt",
        "$.channelUpdatedAt",
        "$.networkUpdatedAt",
        "$.generation",
        "$.attempts",
        "$.lineItems[0].id",
        "$.lineItems[0].sku",
        "$.lineItems[0].sku.id",
        "$.lineItems[0].bundle[0].sku",
        "$.lineItems[0].bundle[0].units",
        "$.lineItems[0].status",
        "$.lineItems[0].shippedIn.packageId",
        "$.items[0].id",
        "$.items[0].msku",
        "$.adopted.id",
        "$.adopted.generation",
        "$.intent.id",
        "$.intent.units",
        "$.intent.destination",
        "$.intent.intendedAt",
        "$.intent.attempts",
        "$.packages[0].shipmentId",
        "$.packages[0].id",
        "$.packages[0].status",
        "$.packages[0].contents[0].itemId",
        "$.packages[0].contents[0].quantity",
        "$.packages[0].confirmation",
        "$.packages[0].confirmation.verdict",
        "$.review.code",
        "$.review.message",
        "$.review.raisedAt",
        "$.review.resumeAt",
        "$.decisions[0].at",
        "$.decisions[0].stage",
        "$.decisions[0].rule",
        "$.decisions[0].outcome"
      })
  void read_withoutRequiredPart_namesIt(String path) {
    String json = changed(path, (parent, name) -> parent.remove(name));

    assertThatThrownBy(() -> RecordFormat.read(ORDER, 7, json))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll(ORDER, path + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "$.state, LOST",
    "$.shop, ' '",
    "$.receivedAt, yesterday",
    "$.skipReason, WHIM",
    "$.lineItems[1].status, GONE",
    "$.packages[0].status, EATEN",
    "$.packages[0].confirmation.verdict, MAYBE",
    "$.review.code, MOOD",
    "$.review.resumeAt, NOWHERE",
    "$.intent.id, 'no blanks allowed'",
    "$.deadlines.shipBy, soon"
  })
  void read_valueThatThisVersionDoesNotKnow_namesPathAndQuotesNothing(String path, String value) {
    String json = changed(path, (parent, name) -> parent.put(name, value));

    assertThatThrownBy(() -> RecordFormat.read(ORDER, 7, json))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll(ORDER, path)
        .hasMessageNotContaining(value.isBlank() ? "must not" : value)
        .hasNoCause();
  }

  @Test
  void read_wrongTypeAnywhere_neverMangles() {
    List<String> paths = new ArrayList<>();
    collect("$", parsed(fixture), paths::add);

    // Each of its parts may be absent, so any object will do.
    assertThat(paths.remove("$.deadlines")).isTrue();
    for (String path : paths) {
      for (Object wrong : List.of(1.5, List.of(List.of()), Map.of("x", true), true)) {
        String json = changed(path, (parent, name) -> parent.put(name, wrong));
        assertThatThrownBy(() -> RecordFormat.read(ORDER, 7, json))
            .as(path + " = " + wrong)
            .isInstanceOf(StoreException.class)
            .hasMessageContaining(ORDER);
      }
    }
    assertThat(paths).hasSizeGreaterThan(80);
  }

  @Test
  void read_ruleOfThePartsBroken_isRefused() {
    String noUnits = changed("$.items[0].units", (parent, name) -> parent.put(name, List.of()));
    String noComponents =
        changed("$.lineItems[0].bundle[0].units", (parent, name) -> parent.put(name, 0));

    assertThatThrownBy(() -> RecordFormat.read(ORDER, 7, noUnits))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("$.items[0]");
    assertThatThrownBy(() -> RecordFormat.read(ORDER, 7, noComponents))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("$.lineItems[0].bundle[0]");
  }

  @Test
  void read_textOfAnotherRow_isRefused() {
    assertThatThrownBy(() -> RecordFormat.read("1", 7, fixture))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("$.orderId differs");
    assertThatThrownBy(() -> RecordFormat.read(ORDER, 8, fixture))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("$.version differs");
  }

  private interface Change {
    void apply(Map<String, Object> parent, String name);
  }

  /** Returns the fixture with a change at a path like {@code $.items[0].id}. */
  private String changed(String path, Change change) {
    Map<String, Object> root = asObject(parsed(fixture));
    String[] steps = path.substring(2).split("\\.", -1);
    Map<String, Object> parent = root;
    for (int index = 0; index < steps.length - 1; index++) {
      parent = asObject(step(parent, steps[index]));
    }
    change.apply(parent, steps[steps.length - 1]);
    return JSON.toJson(root);
  }

  private static Object step(Map<String, Object> parent, String step) {
    int bracket = step.indexOf('[');
    if (bracket < 0) {
      return Objects.requireNonNull(parent.get(step));
    }
    int index = Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
    List<?> list = (List<?>) Objects.requireNonNull(parent.get(step.substring(0, bracket)));
    return list.get(index);
  }

  private static void collect(String path, Object value, Consumer<String> paths) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, part) -> {
            paths.accept(path + "." + name);
            collect(path + "." + name, part, paths);
          });
    } else if (value instanceof List<?> list && !(list.get(0) instanceof String)) {
      for (int index = 0; index < list.size(); index++) {
        collect(path + "[" + index + "]", list.get(index), paths);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asObject(Object value) {
    return (Map<String, Object>) value;
  }

  private static Object parsed(String json) {
    try {
      return JSON.fromJson(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String fixture(String name) {
    try (InputStream resource = RecordFormatTest.class.getResourceAsStream(name)) {
      return new String(resource.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
