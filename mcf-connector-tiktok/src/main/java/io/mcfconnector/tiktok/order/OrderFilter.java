// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to find, as it is on the wire; everything absent = all orders of the shop.
 *
 * @param orderStatus one status, such as {@code AWAITING_SHIPMENT}
 * @param updateTimeGe changed at this Unix second or later
 * @param updateTimeLt changed before this Unix second
 */
public record OrderFilter(
    @Json(name = "order_status") @Nullable String orderStatus,
    @Json(name = "update_time_ge") @Nullable Long updateTimeGe,
    @Json(name = "update_time_lt") @Nullable Long updateTimeLt) {}
