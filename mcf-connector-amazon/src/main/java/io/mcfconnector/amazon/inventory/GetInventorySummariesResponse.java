// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import org.jspecify.annotations.Nullable;

/**
 * The envelope of {@code getInventorySummaries}.
 *
 * @param pagination beside the payload; absent on the last page
 */
public record GetInventorySummariesResponse(
    @Nullable GetInventorySummariesResult payload, @Nullable Pagination pagination) {}
