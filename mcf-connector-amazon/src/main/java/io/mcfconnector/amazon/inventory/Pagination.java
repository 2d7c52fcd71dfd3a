// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Opens the next page ({@code Pagination}).
 *
 * @param nextToken valid for 30 seconds; absent or empty on the last page
 */
public record Pagination(@Nullable String nextToken) {}
