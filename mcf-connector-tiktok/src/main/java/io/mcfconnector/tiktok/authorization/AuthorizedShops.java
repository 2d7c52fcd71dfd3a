// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.authorization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shops that the seller's token opens, as they are on the wire.
 *
 * @param shops the shops; absent when there are none
 */
public record AuthorizedShops(@Nullable List<AuthorizedShop> shops) {}
