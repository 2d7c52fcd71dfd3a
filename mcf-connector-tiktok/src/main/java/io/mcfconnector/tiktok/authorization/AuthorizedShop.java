// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.authorization;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * A shop that the seller's token opens, as it is on the wire.
 *
 * @param id shop id, as webhooks carry it
 * @param name name of the shop
 * @param region such as {@code US}
 * @param sellerType {@code LOCAL} or {@code CROSS_BORDER}
 * @param cipher the shop cipher, which every call about this shop needs
 * @param code shop code as Seller Center shows it
 */
public record AuthorizedShop(
    @Nullable String id,
    @Nullable String name,
    @Nullable String region,
    @Json(name = "seller_type") @Nullable String sellerType,
    @Nullable String cipher,
    @Nullable String code) {}
