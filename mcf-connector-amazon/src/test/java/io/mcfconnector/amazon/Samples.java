// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShippingSpeed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Invented data for tests. */
public final class Samples {

  public static final FulfillmentOrderId ID = FulfillmentOrderId.of("TTS-576460752303423488");

  private Samples() {}

  public static Address address() {
    return Address.builder()
        .name("Ada Example")
        .line1("12 Sample Street")
        .line2("Apt 4")
        .city("Springfield")
        .stateOrRegion("IL")
        .postalCode("62701")
        .countryCode("US")
        .phone("2175550100")
        .build();
  }

  public static FulfillmentOrder order() {
    return new FulfillmentOrder(
        ID,
        OrderId.of("576460752303423488"),
        Instant.parse("2026-09-01T14:03:22.123456Z"),
        ShippingSpeed.STANDARD,
        address(),
        List.of(
            new FulfillmentOrderItem(
                "L1", Msku.of("MUG-RED-01"), List.of(LineItemId.of("11"), LineItemId.of("12"))),
            new FulfillmentOrderItem("L2", Msku.of("TRAY-02"), List.of(LineItemId.of("13")))));
  }

  /** Returns a fixture below {@code amazon/}. */
  public static String fixture(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/amazon/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
