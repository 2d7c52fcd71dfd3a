// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.tiktok.PageToken.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells of packages and their way. */
final class PackageDesk {

  private static final Set<String> STATUSES =
      Set.of("PROCESSING", "FULFILLING", "COMPLETED", "CANCELLED");

  private final ShopWorld world;

  PackageDesk(ShopWorld world) {
    this.world = world;
  }

  Map<String, @Nullable Object> search(Incoming request) {
    RequestBody body = RequestBody.of(request);
    String status = Filters.oneOf(body.text("package_status"), "body.package_status", STATUSES);
    Predicate<Parcel> filter =
        Filters.<Parcel>within(body, "create_time", Parcel::shippedAt)
            .and(Filters.within(body, "update_time", PackageDesk::updatedAt))
            .and(parcel -> status == null || status.equals(status(parcel)));
    Comparator<Parcel> sorting =
        Filters.sorting(
            request.query(),
            List.of("create_time", "update_time", "order_pay_time"),
            "DESC",
            Parcel::shippedAt,
            PackageDesk::updatedAt,
            Parcel::id);
    List<Parcel> found = world.parcels().stream().filter(filter).sorted(sorting).toList();
    Page<Parcel> page = PageToken.page(found, request.query(), 1, 50, null);
    return new Fields()
        .with("next_page_token", page.nextToken())
        .with("total_count", page.total())
        .with("packages", page.rows().stream().map(PackageDesk::row).toList())
        .map();
  }

  Map<String, @Nullable Object> detail(String packageId) {
    Parcel parcel = world.parcel(packageId);
    if (parcel == null) {
      throw Refusal.business(21011028, "Package of another shop");
    }
    LiveOrder order = parcel.order();
    boolean split =
        order.units().stream().anyMatch(unit -> unit.parcel() != parcel && !unit.isCancelled());
    return new Fields()
        .with("package_id", parcel.id())
        .with("package_status", status(parcel))
        .with("split_and_combine_tag", split ? "SPLIT" : "DEFAULT")
        .with("shipping_type", OrderJson.shippingType(order))
        .with("orders", orders(order))
        .with("order_line_item_ids", units(parcel))
        .with("tracking_number", parcel.trackingNumber())
        .with("shipping_provider_id", parcel.providerId())
        .with("shipping_provider_name", Providers.name(parcel.providerId()))
        .with("delivery_option_id", LogisticsDesk.SELLER_OPTION)
        .with("delivery_option_name", "Shipped by seller")
        .withTime("create_time", parcel.shippedAt())
        .withTime("update_time", updatedAt(parcel))
        .map();
  }

  /** Newest first, in milliseconds. */
  Map<String, @Nullable Object> tracking(String orderId) {
    LiveOrder order = known(orderId);
    List<Map<String, @Nullable Object>> steps = new ArrayList<>();
    add(steps, "Package has been delivered", order.deliveredAt());
    add(steps, "Carrier picked up the package", order.collectedAt());
    add(steps, "Package has been shipped by the seller", order.shippedAt());
    return new Fields().with("tracking", steps).map();
  }

  /** No number here was bought from TikTok. */
  Map<String, @Nullable Object> validation(Incoming request) {
    String number = request.query().get("tracking_number");
    if (number == null || number.isEmpty()) {
      throw Refusal.parameter("param query.tracking_number is missing");
    }
    return new Fields().with("is_tiktok_shipping", false).with("is_tiktok_collection", false).map();
  }

  /** Orders of this market are never split before they are shipped. */
  Map<String, @Nullable Object> splitAttributes(Incoming request) {
    String ids = request.query().getOrDefault("order_ids", "");
    if (ids.isEmpty()) {
      throw Refusal.parameter("param query.order_ids is missing");
    }
    List<Map<String, @Nullable Object>> attributes = new ArrayList<>();
    for (String id : ids.split(",", -1)) {
      attributes.add(
          new Fields()
              .with("order_id", known(id).id())
              .with("can_split", false)
              .with("must_split", false)
              .with("reason", "Not offered in this market")
              .map());
    }
    return new Fields().with("split_attributes", attributes).map();
  }

  private LiveOrder known(String orderId) {
    LiveOrder order = world.find(orderId);
    if (order == null) {
      throw Refusal.business(21008111, "Order or package of another seller");
    }
    return order;
  }

  private static void add(
      List<Map<String, @Nullable Object>> steps, String description, @Nullable Instant at) {
    if (at != null) {
      steps.add(
          new Fields()
              .with("description", description)
              .with("update_time_millis", at.toEpochMilli())
              .map());
    }
  }

  private static Map<String, @Nullable Object> row(Parcel parcel) {
    return new Fields()
        .with("id", parcel.id())
        .with("status", status(parcel))
        .with("orders", orders(parcel.order()))
        .with("order_line_item_ids", units(parcel))
        .with("tracking_number", parcel.trackingNumber())
        .with("shipping_provider_id", parcel.providerId())
        .with("shipping_provider_name", Providers.name(parcel.providerId()))
        .withTime("create_time", parcel.shippedAt())
        .withTime("update_time", updatedAt(parcel))
        .map();
  }

  private static List<Map<String, @Nullable Object>> orders(LiveOrder order) {
    return List.of(new Fields().with("id", order.id()).map());
  }

  private static List<String> units(Parcel parcel) {
    return parcel.order().units().stream()
        .filter(unit -> unit.parcel() == parcel)
        .map(LiveUnit::id)
        .toList();
  }

  private static Instant updatedAt(Parcel parcel) {
    return parcel.order().updatedAt();
  }

  private static String status(Parcel parcel) {
    return switch (parcel.order().status()) {
      case DELIVERED, COMPLETED -> "COMPLETED";
      case IN_TRANSIT -> "FULFILLING";
      case CANCELLED -> "CANCELLED";
      default -> "PROCESSING";
    };
  }
}
