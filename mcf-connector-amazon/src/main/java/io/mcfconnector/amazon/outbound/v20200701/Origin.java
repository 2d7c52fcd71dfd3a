// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * The country it ships from ({@code Origin}).
 *
 * @param countryCode two letters; required
 */
public record Origin(@Nullable String countryCode) {}
