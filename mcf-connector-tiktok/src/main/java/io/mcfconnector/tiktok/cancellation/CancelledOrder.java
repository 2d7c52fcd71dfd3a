// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.cancellation;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * A cancellation that the seller began, as it is on the wire.
 *
 * @param cancelId id of the cancellation
 * @param cancelStatus such as {@code CANCELLATION_REQUEST_SUCCESS}
 */
public record CancelledOrder(
    @Json(name = "cancel_id") @Nullable String cancelId,
    @Json(name = "cancel_status") @Nullable String cancelStatus) {}
