// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * What a constraint is about ({@code ConstraintDetail}).
 *
 * @param type such as {@code amazonSku}
 * @param value which one
 */
public record ConstraintDetail(@Nullable String type, @Nullable String value) {}
