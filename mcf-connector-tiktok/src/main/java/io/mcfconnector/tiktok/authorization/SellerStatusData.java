// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.authorization;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * The wrapping of {@link SellerStatus}, as it is on the wire.
 *
 * @param sellerStatusData the status
 */
public record SellerStatusData(
    @Json(name = "seller_status_data") @Nullable SellerStatus sellerStatusData) {}
