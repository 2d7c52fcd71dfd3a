// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * An amount of money ({@code Money}).
 *
 * @param currencyCode ISO 4217
 * @param amount decimal text
 */
public record Money(@Nullable String currencyCode, @Nullable String amount) {}
