// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an offer contains ({@code PreviewOfferServices}).
 *
 * @param packaging how it is packed
 * @param delivery how it is delivered
 * @param additional more
 */
public record PreviewOfferServices(
    @Nullable PreviewPackagingService packaging,
    @Nullable PreviewDeliveryService delivery,
    @Nullable Map<String, String> additional) {}
