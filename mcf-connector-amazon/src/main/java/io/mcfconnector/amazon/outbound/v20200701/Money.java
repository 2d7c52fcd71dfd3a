// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * An amount of money ({@code Money}).
 *
 * @param currencyCode ISO 4217
 * @param value decimal text
 */
public record Money(@Nullable String currencyCode, @Nullable String value) {}
