// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.squareup.moshi.Moshi;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.testkit.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The samples in the models that Amazon publishes, where these lie beside the project. Only the
 * names of members count: Amazon's values are made up, and members are called required that real
 * notifications lack.
 */
class OfficialSamplesTest {

  private final NotificationReader reader =
      new NotificationReader(
          Set.of("ATVPDKIKX0DER"), MutableClock.at(Instant.parse("2026-09-03T02:20:00Z")));

  @Test
  void read_sampleOfOrderStatus_tellsOfItsOrder() throws IOException {
    assertThat(told("FulfillmentOrderStatusNotification.json"))
        .isInstanceOfSatisfying(
            Notice.FulfillmentOrderChanged.class,
            it -> assertThat(it.order()).isEqualTo(FulfillmentOrderId.of("SFOID2345")))
        .returns("d0e9e693-c3ad-4373-979f-ed4ec98dd746", Notice::id);
  }

  @Test
  void read_sampleOfAvailability_tellsOfItsSku() throws IOException {
    assertThat(told("FBAInventoryAvailabilityChangeNotification.json"))
        .isInstanceOfSatisfying(
            Notice.StockChanged.class,
            it -> assertThat(it.msku()).isEqualTo(Msku.of("SELLERSKU-1")));
  }

  @Test
  void read_sampleOfAnotherType_isOfAnUnknownType() throws IOException {
    assertThat(reader.read(sample("FBAOutboundShipmentStatusNotification.json")))
        .isEqualTo(new Reading.Refused(SetAsideReason.UNKNOWN_TYPE));
  }

  private Notice told(String model) throws IOException {
    Reading reading = reader.read(sample(model));
    assertThat(reading).isInstanceOf(Reading.Told.class);
    return ((Reading.Told) reading).notice();
  }

  private static String sample(String model) throws IOException {
    Optional<Path> file =
        Stream.iterate(Path.of("").toAbsolutePath(), dir -> dir != null, Path::getParent)
            .map(dir -> dir.resolve("shared/contracts/amazon").resolve(model))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(file.isPresent(), "the official models are not here");
    var json = new Moshi.Builder().build().adapter(Object.class);
    Map<?, ?> schema = (Map<?, ?>) json.fromJson(Files.readString(file.get()));
    return json.toJson(sampleOf(schema));
  }

  /** Returns the sample of a schema; where it has none, that of each of its members. */
  private static @Nullable Object sampleOf(Map<?, ?> schema) {
    for (String values : List.of("examples", "enum")) {
      if (schema.get(values) instanceof List<?> samples) {
        return samples.get(0);
      }
    }
    Map<String, @Nullable Object> members = new TreeMap<>();
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach(
          (name, member) -> members.put(String.valueOf(name), sampleOf((Map<?, ?>) member)));
    }
    return members;
  }
}
