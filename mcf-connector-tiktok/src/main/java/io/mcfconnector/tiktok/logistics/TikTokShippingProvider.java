// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.logistics;

import org.jspecify.annotations.Nullable;

/**
 * A carrier that TikTok accepts, as it is on the wire.
 *
 * @param id what a shipment names
 * @param name what people read
 */
public record TikTokShippingProvider(@Nullable String id, @Nullable String name) {}
