// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks Amazon to take units back ({@code CreateFulfillmentReturnRequest}).
 *
 * @param items the units; required
 */
public record CreateFulfillmentReturnRequest(@Nullable List<CreateReturnItem> items) {}
