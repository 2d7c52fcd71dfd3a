// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.logistics;

import org.jspecify.annotations.Nullable;

/**
 * A way of delivery that a warehouse offers, as it is on the wire.
 *
 * @param id what orders name
 * @param name what people read
 * @param type {@code STANDARD}, {@code EXPRESS}, {@code ECONOMY} or {@code SEND_BY_SELLER}
 * @param description longer text
 */
public record DeliveryOption(
    @Nullable String id,
    @Nullable String name,
    @Nullable String type,
    @Nullable String description) {}
