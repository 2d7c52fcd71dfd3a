// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what other systems call the orders. */
final class ReferenceDesk {

  private static final int MOST = 100;
  private static final Set<String> PLATFORMS =
      Set.of(
          "SHOPIFY",
          "WOOCOMMERCE",
          "BIGCOMMERCE",
          "MAGENTO",
          "SALESFORCE_COMMERCE_CLOUD",
          "CHANNEL_ADVISOR",
          "AMAZON",
          "ORDER_MANAGEMENT_SYSTEM",
          "WAREHOUSE_MANAGEMENT_SYSTEM",
          "ERP_SYSTEM");

  private final ShopWorld world;
  private final Map<String, List<Reference>> byOrder = new LinkedHashMap<>();

  ReferenceDesk(ShopWorld world) {
    this.world = world;
  }

  Map<String, @Nullable Object> add(Incoming request) {
    List<Reference> references =
        atMost(RequestBody.of(request).objects("orders"), "orders").stream()
            .map(ReferenceDesk::reference)
            .toList();
    List<Map<String, @Nullable Object>> errors = new ArrayList<>();
    for (Reference reference : references) {
      if (world.find(reference.orderId) == null) {
        errors.add(error(reference));
      } else {
        List<Reference> known =
            byOrder.computeIfAbsent(reference.orderId, order -> new ArrayList<>());
        known.removeIf(
            old -> old.platform.equals(reference.platform) && old.id.equals(reference.id));
        known.add(reference);
      }
    }
    return errors.isEmpty() ? new Fields().map() : new Fields().with("errors", errors).map();
  }

  Map<String, @Nullable Object> get(String orderId, Incoming request) {
    String platform = platform(request);
    return new Fields()
        .with(
            "external_orders",
            byOrder.getOrDefault(orderId, List.of()).stream()
                .filter(reference -> reference.platform.equals(platform))
                .map(Reference::json)
                .toList())
        .map();
  }

  Map<String, @Nullable Object> search(Incoming request) {
    if (!request.body().isEmpty()) {
      throw Refusal.parameter("param body is not expected");
    }
    String platform = platform(request);
    String id = query(request, "external_order_id");
    return new Fields()
        .with(
            "orders",
            byOrder.values().stream()
                .flatMap(List::stream)
                .filter(found -> found.platform.equals(platform) && found.id.equals(id))
                .map(
                    found ->
                        new Fields()
                            .with("id", found.orderId)
                            .with("external_order", found.json())
                            .map())
                .toList())
        .map();
  }

  private static Reference reference(RequestBody order) {
    RequestBody external = order.object("external_order");
    String platform = external.required("platform");
    Filters.oneOf(platform, "body.orders.external_order.platform", PLATFORMS);
    List<Map<String, @Nullable Object>> lines = new ArrayList<>();
    for (RequestBody line : atMost(external.objects("line_items"), "line_items")) {
      lines.add(
          new Fields()
              .with("id", line.required("id"))
              .with("origin_id", line.required("origin_id"))
              .map());
    }
    return new Reference(order.required("id"), external.required("id"), platform, lines);
  }

  private static Map<String, @Nullable Object> error(Reference reference) {
    return new Fields()
        .with("code", "21008111")
        .with("message", "Order or package of another seller")
        .with(
            "detail",
            new Fields()
                .with("order_id", reference.orderId)
                .with(
                    "external_order",
                    new Fields()
                        .with("id", reference.id)
                        .with("platform", reference.platform)
                        .map())
                .map())
        .map();
  }

  private static List<RequestBody> atMost(List<RequestBody> rows, String name) {
    if (rows.size() > MOST) {
      throw Refusal.parameter("param body." + name + " has more than 100 entries");
    }
    return rows;
  }

  private static String platform(Incoming request) {
    String platform = query(request, "platform");
    return Objects.requireNonNull(Filters.oneOf(platform, "query.platform", PLATFORMS));
  }

  private static String query(Incoming request, String name) {
    String value = request.query().get(name);
    if (value == null || value.isEmpty()) {
      throw Refusal.parameter("param query." + name + " is missing");
    }
    return value;
  }

  /** One reference. */
  private record Reference(
      String orderId, String id, String platform, List<Map<String, @Nullable Object>> lines) {

    Map<String, @Nullable Object> json() {
      return new Fields().with("id", id).with("platform", platform).with("line_items", lines).map();
    }
  }
}
