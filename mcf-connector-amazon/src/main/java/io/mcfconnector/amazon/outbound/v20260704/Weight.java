// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * A weight ({@code Weight}).
 *
 * @param unit its unit
 * @param value decimal text
 */
public record Weight(@Nullable String unit, @Nullable String value) {}
