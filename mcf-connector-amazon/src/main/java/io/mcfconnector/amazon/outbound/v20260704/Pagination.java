// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * Opens the next page ({@code Pagination}).
 *
 * @param nextToken absent or empty on the last page
 */
public record Pagination(@Nullable String nextToken) {}
