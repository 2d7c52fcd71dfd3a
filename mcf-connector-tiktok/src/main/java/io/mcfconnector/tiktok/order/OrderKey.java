// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import org.jspecify.annotations.Nullable;

/**
 * The one thing to know of an order that is unreadable otherwise, as it is on the wire.
 *
 * @param id order id
 */
public record OrderKey(@Nullable String id) {}
