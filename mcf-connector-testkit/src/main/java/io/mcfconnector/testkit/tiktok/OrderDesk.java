// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.tiktok.PageToken.Page;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers questions about orders. */
final class OrderDesk {

  private static final int MOST_IDS = 50;
  private static final int MOST_WAREHOUSES = 100;
  private static final List<String> TIME_FILTERS =
      List.of("create_time_ge", "create_time_lt", "update_time_ge", "update_time_lt");
  private static final Set<String> STATUSES =
      Arrays.stream(OrderStatus.values()).map(Enum::name).collect(Collectors.toSet());

  private final ShopWorld world;

  OrderDesk(ShopWorld world) {
    this.world = world;
  }

  Map<String, @Nullable Object> search(Incoming request) {
    for (String filter : TIME_FILTERS) {
      if (request.query().containsKey(filter)) {
        throw Refusal.parameter("param query." + filter + " type invalid");
      }
    }
    Predicate<LiveOrder> filter = filter(RequestBody.of(request));
    Comparator<LiveOrder> sorting =
        Filters.sorting(
            request.query(),
            List.of("create_time", "update_time"),
            "DESC",
            LiveOrder::createdAt,
            LiveOrder::updatedAt,
            LiveOrder::id);
    List<LiveOrder> found = world.orders().stream().filter(filter).sorted(sorting).toList();
    Page<LiveOrder> page = PageToken.page(found, request.query());
    Fields data =
        new Fields().with("next_page_token", page.nextToken()).with("total_count", page.total());
    if (!page.rows().isEmpty()) {
      data.with("orders", rendered(page.rows().stream()));
    }
    return data.map();
  }

  Map<String, @Nullable Object> get(Incoming request) {
    String ids = request.query().getOrDefault("ids", "");
    if (ids.isEmpty()) {
      throw Refusal.parameter("param query.ids is missing");
    }
    List<String> asked = List.of(ids.split(",", -1));
    if (asked.size() > MOST_IDS) {
      throw Refusal.parameter("param query.ids has more than 50 entries");
    }
    Stream<LiveOrder> found =
        asked.stream().distinct().map(world::find).flatMap(Stream::ofNullable);
    return new Fields().with("orders", rendered(found)).map();
  }

  Map<String, @Nullable Object> priceDetail(String orderId) {
    LiveOrder order = world.find(orderId);
    if (order == null) {
      throw Refusal.business(21008111, "Order of another seller");
    }
    return OrderJson.priceDetail(order, world.stock(), world.now());
  }

  private List<Map<String, @Nullable Object>> rendered(Stream<LiveOrder> orders) {
    return orders.map(order -> OrderJson.of(order, world.stock(), world.now())).toList();
  }

  private static Predicate<LiveOrder> filter(RequestBody body) {
    String status = Filters.oneOf(body.text("order_status"), "order_status", STATUSES);
    String shipping =
        Filters.oneOf(
            body.text("shipping_type"),
            "shipping_type",
            Set.of("TIKTOK", "SELLER", "TIKTOK_DIGITAL"));
    String buyer = body.text("buyer_user_id");
    Boolean cancelRequested = body.flag("is_buyer_request_cancel");
    List<String> warehouses = body.texts("warehouse_ids");
    if (warehouses != null && warehouses.size() > MOST_WAREHOUSES) {
      throw Refusal.parameter("param body.warehouse_ids has more than 100 entries");
    }
    return Filters.<LiveOrder>within(body, "create_time", LiveOrder::createdAt)
        .and(Filters.within(body, "update_time", LiveOrder::updatedAt))
        .and(order -> status == null || order.status().name().equals(status))
        .and(order -> shipping == null || OrderJson.shippingType(order).equals(shipping))
        .and(order -> buyer == null || OrderJson.buyerId(order).equals(buyer))
        .and(order -> cancelRequested == null || order.cancelRequested() == cancelRequested)
        .and(order -> warehouses == null || warehouses.contains(order.plan().warehouseId()));
  }
}
