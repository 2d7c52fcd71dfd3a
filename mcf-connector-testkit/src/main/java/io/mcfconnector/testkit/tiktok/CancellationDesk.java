// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.tiktok.PageToken.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Cancels for the seller and takes the seller's answers. Single units can be cancelled for one
 * reason only: out of stock.
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
    checkStatus(order, reason);
    List<LiveUnit> units = units(order, body, reason);
    order.cancel(units, world.now(), "SELLER", reason);
    if (reason.equals(OUT_OF_STOCK)) {
      units.forEach(unit -> world.stock().empty(unit.skuId()));
    }
    CancelCase last =
        order.cancelCases().stream()
            .filter(cancelCase -> cancelCase.units().equals(units))
            .reduce((first, second) -> second)
            .orElseGet(() -> order.cancelCases().get(order.cancelCases().size() - 1));
    return new Fields().with("cancel_id", last.id()).with("cancel_status", last.status()).map();
  }

  /** Returns the units to cancel: all that live, or those that are named by line or by SKU. */
  private static List<LiveUnit> units(LiveOrder order, RequestBody body, String reason) {
    List<LiveUnit> living = order.units().stream().filter(unit -> !unit.isCancelled()).toList();
    List<String> lines = body.texts("order_line_item_ids");
    Set<LiveUnit> named = new LinkedHashSet<>();
    for (String line : lines == null ? List.<String>of() : lines) {
      named.add(
          living.stream()
              .filter(unit -> unit.id().equals(line))
              .findFirst()
              .orElseThrow(CancellationDesk::wrongLines));
    }
    for (RequestBody sku : body.objectsOrNone("skus")) {
      named.addAll(unitsOf(living, sku));
    }
    if (named.isEmpty() || named.size() == living.size()) {
      return living;
    }
    if (!reason.equals(OUT_OF_STOCK) || named.stream().anyMatch(unit -> !unit.isOpen())) {
      throw wrongLines();
    }
    return List.copyOf(named);
  }

  private static List<LiveUnit> unitsOf(List<LiveUnit> living, RequestBody sku) {
    String id = sku.required("sku_id");
    Long quantity = sku.integer("quantity");
    if (quantity == null) {
      throw Refusal.parameter("param body.skus.quantity is missing");
    }
    List<LiveUnit> units =
        living.stream().filter(unit -> unit.skuId().equals(id)).limit(quantity).toList();
    if (units.isEmpty() || units.size() < quantity) {
      throw wrongLines();
    }
    return units;
  }

  private static Refusal wrongLines() {
    return Refusal.business(25005010, "These lines cannot be cancelled");
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
      data.with(
          "cancellations",
          page.rows().stream()
              .map(row -> CancelJson.of(row.order, row.cancelCase, world))
              .toList());
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
      row.order.cancel(row.cancelCase.units(), world.now(), "BUYER", row.cancelCase.reason());
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
      row.order.closeCancelRequest(world.now());
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

  private record Row(LiveOrder order, CancelCase cancelCase) {}
}
