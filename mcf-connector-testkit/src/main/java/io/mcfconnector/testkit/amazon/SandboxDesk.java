// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.amazon.Routes.Routed;
import io.mcfconnector.testkit.http.Reply;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What moves orders and parcels by hand, in a sandbox only. */
final class SandboxDesk {

  private static final Set<String> PACKAGE_STATUSES =
      Set.of(
          "PROCESSING",
          "IN_TRANSIT",
          "DELAYED",
          "OUT_FOR_DELIVERY",
          "DELIVERED",
          "UNDELIVERABLE",
          "EXPIRED");

  private final FulfillmentWorld world;

  SandboxDesk(FulfillmentWorld world) {
    this.world = world;
  }

  Reply moveOrder20200701(Routed asked) {
    JsonObject body = asked.body();
    String word = body.text("fulfillmentOrderStatus", Integer.MAX_VALUE);
    String known = word.equals("New") ? "Received" : word;
    move(asked.id(), known, OrderStatus::v2020, body.invalid("fulfillmentOrderStatus"));
    return Wire.reply(200, Map.of());
  }

  Reply moveOrder20260704(Routed asked) {
    JsonObject body = asked.body();
    String word = body.text("status", Integer.MAX_VALUE);
    move(asked.id(), word, OrderStatus::v2026, body.invalid("status"));
    return Wire.nothing();
  }

  Reply movePackage(Routed asked) {
    JsonObject body = asked.body();
    String status = body.oneOf("status", "", PACKAGE_STATUSES);
    if (status.isEmpty()) {
      throw body.invalid("status");
    }
    SimulatedOrder order = world.read(asked.id());
    SimulatedPackage parcel =
        order.livingShipments().stream()
            .flatMap(shipment -> shipment.packages.stream())
            .filter(candidate -> candidate.id.equals(asked.names().get(1)))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound(asked.names().get(1)));
    parcel.shipped = !status.equals("PROCESSING");
    parcel.delivered = status.equals("DELIVERED");
    JsonObject tracking = body.objectOrNull("tracking");
    JsonObject carrier = tracking == null ? null : tracking.objectOrNull("carrier");
    if (carrier != null) {
      carrier.text("carrierCode", Integer.MAX_VALUE);
      String number = carrier.textOrNull("trackingNumber", Integer.MAX_VALUE);
      parcel.trackingNumber = number == null ? parcel.trackingNumber : number;
    }
    order.touch(world.now());
    return Wire.nothing();
  }

  private void move(
      String id, String word, Function<OrderStatus, String> words, Refusal unknownWord) {
    SimulatedOrder order = world.read(id);
    OrderStatus status =
        Arrays.stream(OrderStatus.values())
            .filter(candidate -> words.apply(candidate).equals(word))
            .findFirst()
            .orElseThrow(() -> unknownWord);
    order.forgetPlan();
    order.move(status, world.now());
  }
}
