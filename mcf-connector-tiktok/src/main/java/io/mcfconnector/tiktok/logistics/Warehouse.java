// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.logistics;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse of the shop, as it is on the wire.
 *
 * @param id what orders and stock name
 * @param name what people read
 * @param type {@code SALES_WAREHOUSE} or {@code RETURN_WAREHOUSE}
 * @param subType such as {@code DOMESTIC_WAREHOUSE}
 * @param effectStatus {@code ENABLED}, {@code DISABLED} or {@code RESTRICTED}
 * @param isDefault the shop's default
 */
public record Warehouse(
    @Nullable String id,
    @Nullable String name,
    @Nullable String type,
    @Json(name = "sub_type") @Nullable String subType,
    @Json(name = "effect_status") @Nullable String effectStatus,
    @Json(name = "is_default") @Nullable Boolean isDefault) {}
