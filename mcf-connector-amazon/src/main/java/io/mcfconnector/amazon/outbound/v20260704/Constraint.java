// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands against a shipment ({@code Constraint}).
 *
 * @param message Amazon's words
 * @param type its kind
 * @param code such as {@code ItemQuantityNotAvailable}; an open word
 * @param details what it is about
 */
public record Constraint(
    @Nullable String message,
    @Nullable String type,
    @Nullable String code,
    @Nullable List<ConstraintDetail> details) {}
