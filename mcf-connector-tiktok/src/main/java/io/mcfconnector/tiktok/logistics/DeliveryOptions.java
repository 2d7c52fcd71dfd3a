// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.logistics;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of {@link DeliveryOption}, as it is on the wire.
 *
 * @param deliveryOptions the elements; absent when there are none
 */
public record DeliveryOptions(
    @Json(name = "delivery_options") @Nullable List<DeliveryOption> deliveryOptions) {}
