// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * The country an order ships from ({@code OrderOrigin}).
 *
 * @param countryCode ISO 3166-1 alpha-2; required
 */
public record OrderOrigin(@Nullable String countryCode) {}
