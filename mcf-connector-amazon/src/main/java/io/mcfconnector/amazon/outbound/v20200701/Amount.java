// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * How many ({@code Amount}).
 *
 * @param unitOfMeasure {@code Eaches}
 * @param value decimal text
 */
public record Amount(@Nullable String unitOfMeasure, @Nullable String value) {}
