// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * An order of TikTok and what another system calls it, as it is on the wire.
 *
 * @param id TikTok's order id
 * @param externalOrder the other system's view
 */
public record ExternalOrderReference(
    @Nullable String id, @Json(name = "external_order") @Nullable ExternalOrder externalOrder) {}
