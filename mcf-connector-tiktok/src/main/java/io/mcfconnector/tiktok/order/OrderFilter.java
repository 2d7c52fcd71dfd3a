// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to find, as it is on the wire; everything absent = all orders of the shop.
 *
 * @param orderStatus one status, such as {@code AWAITING_SHIPMENT}
 * @param createTimeGe made at this Unix second or later
 * @param createTimeLt made before this Unix second
 * @param updateTimeGe changed at this Unix second or later
 * @param updateTimeLt changed before this Unix second
 * @param shippingType {@code SELLER}, {@code TIKTOK} or {@code TIKTOK_DIGITAL}
 * @param buyerUserId orders of one buyer
 * @param isBuyerRequestCancel whether the buyer waits for an answer to a cancel request
 * @param warehouseIds at most 100; only for shops with several warehouses
 */
public record OrderFilter(
    @Json(name = "order_status") @Nullable String orderStatus,
    @Json(name = "create_time_ge") @Nullable Long createTimeGe,
    @Json(name = "create_time_lt") @Nullable Long createTimeLt,
    @Json(name = "update_time_ge") @Nullable Long updateTimeGe,
    @Json(name = "update_time_lt") @Nullable Long updateTimeLt,
    @Json(name = "shipping_type") @Nullable String shippingType,
    @Json(name = "buyer_user_id") @Nullable String buyerUserId,
    @Json(name = "is_buyer_request_cancel") @Nullable Boolean isBuyerRequestCancel,
    @Json(name = "warehouse_ids") @Nullable List<String> warehouseIds) {

  private static final int MOST_WAREHOUSES = 100;
  private static final Set<String> STATUSES =
      Set.of(
          "UNPAID",
          "ON_HOLD",
          "AWAITING_SHIPMENT",
          "PARTIALLY_SHIPPING",
          "AWAITING_COLLECTION",
          "IN_TRANSIT",
          "DELIVERED",
          "COMPLETED",
          "CANCELLED");
  private static final Set<String> SHIPPING = Set.of("SELLER", "TIKTOK", "TIKTOK_DIGITAL");

  /** Returns a filter for all orders. */
  public static OrderFilter all() {
    return new OrderFilter(null, null, null, null, null, null, null, null, null);
  }

  /**
   * Returns a filter for orders that changed in a window of whole seconds.
   *
   * @param from inclusive; a fraction of a second is cut off
   * @param to exclusive; a fraction of a second counts as a whole one
   */
  public static OrderFilter changed(Instant from, Instant to) {
    long end = to.getNano() == 0 ? to.getEpochSecond() : to.getEpochSecond() + 1;
    return new OrderFilter(null, null, null, from.getEpochSecond(), end, null, null, null, null);
  }

  /** Returns this filter for one status. */
  public OrderFilter withStatus(String status) {
    return new OrderFilter(
        status,
        createTimeGe,
        createTimeLt,
        updateTimeGe,
        updateTimeLt,
        shippingType,
        buyerUserId,
        isBuyerRequestCancel,
        warehouseIds);
  }

  void check(Rules rules) {
    rules.optionalWord("order_status", orderStatus, STATUSES);
    rules.window("create_time", createTimeGe, createTimeLt);
    rules.window("update_time", updateTimeGe, updateTimeLt);
    rules.optionalWord("shipping_type", shippingType, SHIPPING);
    rules.optionalId("buyer_user_id", buyerUserId);
    rules.optionalIds("warehouse_ids", warehouseIds, MOST_WAREHOUSES);
  }
}
