// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.tiktok.PageToken.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Cancels for the seller and takes the seller's answers. Single units of an order cannot be
 * cancelled here.
 */
final class CancellationDesk {

  private static final int LONGEST_KEY = 255;
  private static final String OUT_OF_STOCK = "seller_cancel_reason_out_of_stock";
  private static final Set<String> UNPAID_REASONS =
      Set.of(
          "seller_cancel_unpaid_reason_out_of_stock",
          "seller_cancel_unpaid_reason_wrong_price",
          "seller_cancel_unpaid_reason_buyer_hasnt_paid_within_time_allowed",
          "seller_cancel_unpaid_reason_buyer_requested_cancellation");
  private static final Set<String> PAID_REASONS =
      Set.of(
          OUT_OF_STOCK,
          "seller_cancel_reason_wrong_price",
          "seller_cancel_paid_reason_address_not_deliver",
          "seller_cancel_paid_reason_buyer_requested_cancellation");
  private static final Map<String, String> REJECT_REASONS =
      Map.of(
          "seller_reject_apply_product_has_been_packed",
          "Product has been packed",
          "order_manage_list_action_respond_popup_reject_reason_buyer_agree",
          "Buyer agreed to keep the order");
  private static final Set<String> STATUSES =
      Set.of(
          CancelCase.PENDING,
          CancelCase.GRANTED,
          "CANCELLATION_REQUEST_CANCEL",
          "CANCELLATION_REQUEST_COMPLETE");

  private final ShopWorld world;
  private final boolean rejectOffered;
  private final Set<String> usedKeys = new HashSet<>();

  CancellationDesk(ShopWorld world, boolean rejectOffered) {
    this.world = world;
    this.rejectOffered = rejectOffered;
  }

  Map<String, @Nullable Object> cancel(Incoming request) {
    RequestBody body = RequestBody.of(request);
    LiveOrder order = world.find(body.required("order_id"));
    String reason = body.required("cancel_reason");
    if (order == null) {
      throw Refusal.business(25020005, "No permission for this order");
    }
    checkLines(order, body.texts("order_line_item_ids"));
    checkStatus(order, reason);
    order.cancel(world.now(), "SELLER", reason);
    if (reason.equals(OUT_OF_STOCK)) {
      order.units().forEach(unit -> world.stock().empty(unit.skuId()));
    }
    CancelCase last = order.cancelCases().get(order.cancelCases().size() - 1);
    return new Fields().with("cancel_id", last.id()).with("cancel_status", last.status()).map();
  }

  private static void checkLines(LiveOrder order, @Nullable List<String> lines) {
    if (lines != null && !lines.isEmpty()) {
      Set<String> all = new HashSet<>(order.units().stream().map(LiveUnit::id).toList());
      if (!all.equals(new HashSet<>(lines))) {
        throw Refusal.business(25005010, "These lines cannot be cancelled");
      }
    }
  }

  private static void checkStatus(LiveOrder order, String reason) {
    if (!UNPAID_REASONS.contains(reason) && !PAID_REASONS.contains(reason)) {
      throw Refusal.business(25001014, "Reason does not exist");
    }
    Set<String> fitting =
        switch (order.status()) {
          case UNPAID -> UNPAID_REASONS;
          case ON_HOLD, AWAITING_SHIPMENT, AWAITING_COLLECTION -> PAID_REASONS;
          case CANCELLED -> throw Refusal.business(25001011, "Cancelled already");
          case COMPLETED -> throw Refusal.business(25001051, "Order is completed");
          default -> throw Refusal.business(25001045, "Order is shipped");
        };
    if (!fitting.contains(reason)) {
      throw Refusal.business(25001021, "Reason does not fit the status");
    }
  }

  Map<String, @Nullable Object> search(Incoming request) {
    RequestBody body = RequestBody.of(request);
    Filters.eachOneOf(body, "cancel_types", Set.of("CANCEL", "BUYER_CANCEL"));
    Filters.eachOneOf(body, "cancel_status", STATUSES);
    Predicate<Row> filter =
        Filters.<Row>among(body, "cancel_ids", row -> row.cancelCase.id())
            .and(Filters.among(body, "order_ids", row -> row.order.id()))
            .and(Filters.among(body, "buyer_user_ids", row -> OrderJson.buyerId(row.order)))
            .and(Filters.among(body, "cancel_types", row -> row.cancelCase.type()))
            .and(Filters.among(body, "cancel_status", row -> filterWord(row.cancelCase.status())))
            .and(Filters.within(body, "create_time", row -> row.cancelCase.createdAt()))
            .and(Filters.within(body, "update_time", row -> row.cancelCase.updatedAt()));
    Comparator<Row> sorting =
        Filters.sorting(
            request.query(),
            List.of("create_time", "update_time"),
            "ASC",
            row -> row.cancelCase.createdAt(),
            row -> row.cancelCase.updatedAt(),
            row -> row.cancelCase.id());
    List<Row> found = rows().stream().filter(filter).sorted(sorting).toList();
    Page<Row> page = PageToken.page(found, request.query(), 1, 50, "10");
    Fields data =
        new Fields().with("next_page_token", page.nextToken()).with("total_count", page.total());
    if (!page.rows().isEmpty()) {
      data.with("cancellations", page.rows().stream().map(this::json).toList());
    }
    return data.map();
  }

  /** The filter and the answer have different words for a request that ended without effect. */
  private static String filterWord(String status) {
    return status.equals(CancelCase.REJECTED) ? "CANCELLATION_REQUEST_CANCEL" : status;
  }

  Map<String, @Nullable Object> approve(String cancelId, Incoming request) {
    if (!request.body().isEmpty()) {
      throw Refusal.parameter("param body is not expected");
    }
    Row row = open(cancelId, request, "approve");
    if (row != null) {
      row.order.cancel(world.now(), "BUYER", row.cancelCase.reason());
    }
    return new Fields().map();
  }

  Map<String, @Nullable Object> reject(String cancelId, Incoming request) {
    String reason = RequestBody.of(request).required("reject_reason");
    if (!rejectOffered) {
      throw Refusal.business(25020004, "Rejecting is not offered in this market");
    }
    Row row = open(cancelId, request, "reject");
    if (row != null) {
      if (!REJECT_REASONS.containsKey(reason)) {
        throw Refusal.business(25001014, "Reason does not exist");
      }
      row.order.rejectCancel(world.now());
    }
    return new Fields().map();
  }

  Map<String, @Nullable Object> rejectReasons(Incoming request) {
    String id = request.query().get("return_or_cancel_id");
    if (id == null || id.isEmpty()) {
      throw Refusal.parameter("param query.return_or_cancel_id is missing");
    }
    List<Map<String, @Nullable Object>> reasons = new ArrayList<>();
    REJECT_REASONS.forEach(
        (name, text) -> reasons.add(new Fields().with("name", name).with("text", text).map()));
    return new Fields().with("reasons", reasons).map();
  }

  /** Returns the request to answer; {@code null} when this very answer was given before. */
  private @Nullable Row open(String cancelId, Incoming request, String answer) {
    String key = request.query().get("idempotency_key");
    if (key != null && key.length() > LONGEST_KEY) {
      throw Refusal.parameter("param query.idempotency_key is too long");
    }
    if (key != null && !usedKeys.add(answer + "/" + cancelId + "/" + key)) {
      return null;
    }
    Row row =
        rows().stream()
            .filter(candidate -> candidate.cancelCase.id().equals(cancelId))
            .findFirst()
            .orElseThrow(() -> Refusal.business(25007006, "Cancellation not found"));
    if (row.cancelCase.isOpen()) {
      return row;
    }
    throw row.cancelCase.status().equals(CancelCase.GRANTED)
        ? Refusal.business(25020010, "Approved already")
        : Refusal.business(25020009, "Cancelled already");
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (LiveOrder order : world.orders()) {
      order.cancelCases().forEach(cancelCase -> rows.add(new Row(order, cancelCase)));
    }
    return rows;
  }

  private Map<String, @Nullable Object> json(Row row) {
    CancelCase cancelCase = row.cancelCase;
    Map<String, @Nullable Object> price =
        OrderJson.priceDetail(row.order, world.stock(), world.now());
    Fields fields =
        new Fields()
            .with("cancel_id", cancelCase.id())
            .with("order_id", row.order.id())
            .with("cancel_type", cancelCase.type())
            .with("cancel_status", cancelCase.status())
            .with("role", cancelCase.role())
            .with("cancel_reason", cancelCase.reason())
            .with("cancel_reason_text", "")
            .withTime("create_time", cancelCase.createdAt())
            .withTime("update_time", cancelCase.updatedAt())
            .with(
                "refund_amount",
                new Fields()
                    .with("currency", "USD")
                    .with("refund_total", price.get("payment"))
                    .with("refund_subtotal", price.get("sku_sale_price"))
                    .with("refund_shipping_fee", price.get("shipping_sale_price"))
                    .with("refund_tax", price.get("tax_amount"))
                    .map())
            .with(
                "cancel_line_items",
                row.order.units().stream().map(unit -> line(cancelCase, unit)).toList());
    if (cancelCase.isOpen()) {
      fields.with(
          "seller_next_action_response",
          List.of(
              new Fields()
                  .with("action", "SELLER_RESPOND_CANCEL")
                  .withTime("deadline", row.order.cancelDeadline())
                  .map()));
    }
    return fields.map();
  }

  private Map<String, @Nullable Object> line(CancelCase cancelCase, LiveUnit unit) {
    SimulatedProduct.Sku sku = world.stock().sku(unit.skuId());
    return new Fields()
        .with("cancel_line_item_id", cancelCase.id() + unit.id().substring(unit.id().length() - 3))
        .with("order_line_item_id", unit.id())
        .with("sku_id", sku.id())
        .with("sku_name", sku.name())
        .with("product_name", world.stock().productOf(sku.id()).title())
        .with("seller_sku", sku.sellerSku())
        .map();
  }

  private record Row(LiveOrder order, CancelCase cancelCase) {}
}
