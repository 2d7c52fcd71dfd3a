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

/** Tells which returns buyers asked for. They stay as they were asked for. */
final class ReturnsDesk {

  private static final long FIRST_RETURN = 4036000000000000100L;
  private static final String TYPE = "RETURN_AND_REFUND";
  private static final String STATUS = "RETURN_OR_REFUND_REQUEST_PENDING";

  private final ShopWorld world;
  private final List<Return> returns = new ArrayList<>();

  ReturnsDesk(ShopWorld world) {
    this.world = world;
  }

  void add(LiveOrder order) {
    returns.add(new Return(Long.toString(FIRST_RETURN + returns.size()), order, world.now()));
  }

  Map<String, @Nullable Object> search(Incoming request) {
    RequestBody body = RequestBody.of(request);
    Filters.eachOneOf(body, "return_types", Set.of("REFUND", TYPE, "REPLACEMENT"));
    Predicate<Return> filter =
        Filters.<Return>among(body, "return_ids", Return::id)
            .and(Filters.among(body, "order_ids", row -> row.order.id()))
            .and(Filters.among(body, "buyer_user_ids", row -> OrderJson.buyerId(row.order)))
            .and(Filters.among(body, "return_types", row -> TYPE))
            .and(Filters.among(body, "return_status", row -> STATUS))
            .and(Filters.among(body, "arbitration_status", row -> ""))
            .and(Filters.within(body, "create_time", Return::at))
            .and(Filters.within(body, "update_time", Return::at));
    Comparator<Return> sorting =
        Filters.sorting(
            request.query(),
            List.of("create_time", "update_time"),
            "ASC",
            Return::at,
            Return::at,
            Return::id);
    List<Return> found = returns.stream().filter(filter).sorted(sorting).toList();
    Page<Return> page = PageToken.page(found, request.query(), 10, 50, "10");
    Fields data =
        new Fields().with("next_page_token", page.nextToken()).with("total_count", page.total());
    if (!page.rows().isEmpty()) {
      data.with("return_orders", page.rows().stream().map(this::json).toList());
    }
    return data.map();
  }

  private Map<String, @Nullable Object> json(Return row) {
    List<Map<String, @Nullable Object>> lines = new ArrayList<>();
    for (LiveUnit unit : row.order.units()) {
      SimulatedProduct.Sku sku = world.stock().sku(unit.skuId());
      lines.add(
          new Fields()
              .with("return_line_item_id", row.id + unit.id().substring(unit.id().length() - 3))
              .with("order_line_item_id", unit.id())
              .with("sku_id", sku.id())
              .with("sku_name", sku.name())
              .with("seller_sku", sku.sellerSku())
              .map());
    }
    return new Fields()
        .with("return_id", row.id)
        .with("order_id", row.order.id())
        .with("return_type", TYPE)
        .with("return_status", STATUS)
        .with("role", "BUYER")
        .with("return_reason", "ecom_order_delivered_refund_and_return_reason_wrong_product")
        .with("return_method", "BUYER_SHIPPED")
        .with("return_tracking_number", "")
        .with("return_provider_name", "")
        .withTime("create_time", row.at)
        .withTime("update_time", row.at)
        .with("return_line_items", lines)
        .map();
  }

  private record Return(String id, LiveOrder order, Instant at) {}
}
