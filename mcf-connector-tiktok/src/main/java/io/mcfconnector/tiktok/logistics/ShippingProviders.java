// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.logistics;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of {@link TikTokShippingProvider}, as it is on the wire.
 *
 * @param shippingProviders the elements; absent when there are none
 */
public record ShippingProviders(
    @Json(name = "shipping_providers") @Nullable List<TikTokShippingProvider> shippingProviders) {}
