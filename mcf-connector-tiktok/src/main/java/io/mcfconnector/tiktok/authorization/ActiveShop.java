// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.authorization;

import org.jspecify.annotations.Nullable;

/**
 * A shop of the seller that is in business, as it is on the wire.
 *
 * @param id shop id
 * @param region such as {@code US}
 */
public record ActiveShop(@Nullable String id, @Nullable String region) {}
