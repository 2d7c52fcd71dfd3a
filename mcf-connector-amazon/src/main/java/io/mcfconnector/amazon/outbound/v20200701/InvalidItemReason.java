// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * Why a unit cannot come back ({@code InvalidItemReason}).
 *
 * @param invalidItemReasonCode such as {@code DuplicateRequest}
 * @param description in words
 */
public record InvalidItemReason(
    @Nullable String invalidItemReasonCode, @Nullable String description) {}
