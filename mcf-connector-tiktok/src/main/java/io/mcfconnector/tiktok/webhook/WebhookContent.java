// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.webhook;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook says, as it is on the wire: the members of all its kinds.
 *
 * @param data what happened
 */
public record WebhookContent(@Nullable Data data) {

  /** The members of all kinds; each has some of them. Times are Unix seconds. */
  public record Data(
      @Json(name = "order_id") @Nullable String orderId,
      @Json(name = "order_status") @Nullable String orderStatus,
      @Json(name = "is_on_hold_order") @Nullable Boolean isOnHoldOrder,
      @Json(name = "update_time") @Nullable Long updateTime,
      @Json(name = "create_time") @Nullable Long createTime,
      @Json(name = "sc_type") @Nullable String scType,
      @Json(name = "package_list") @Nullable List<@Nullable OrdersOfPackage> packageList,
      @Json(name = "product_id") @Nullable String productId,
      @Nullable String status,
      @Json(name = "sku_id") @Nullable String skuId,
      @Json(name = "current_inventory_status") @Nullable String inventoryStatus,
      @Json(name = "expiration_time") @Nullable Long expirationTime,
      @Json(name = "cancel_id") @Nullable String cancelId,
      @Json(name = "cancellations_role") @Nullable String cancellationsRole,
      @Json(name = "cancel_status") @Nullable String cancelStatus,
      @Json(name = "return_id") @Nullable String returnId,
      @Json(name = "return_role") @Nullable String returnRole,
      @Json(name = "return_type") @Nullable String returnType,
      @Json(name = "return_status") @Nullable String returnStatus) {}

  /** A package and its orders. */
  public record OrdersOfPackage(
      @Json(name = "package_id") @Nullable String packageId,
      @Json(name = "order_id_list") @Nullable List<@Nullable String> orderIdList) {}
}
