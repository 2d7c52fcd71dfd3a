// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * A weight ({@code Weight}).
 *
 * @param unit {@code KG}, {@code KILOGRAMS}, {@code LB} or {@code POUNDS}
 * @param value decimal text
 */
public record Weight(@Nullable String unit, @Nullable String value) {}
