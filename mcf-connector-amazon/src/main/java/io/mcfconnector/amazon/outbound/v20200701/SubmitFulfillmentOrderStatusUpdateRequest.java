// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * Moves an order of the sandbox ({@code SubmitFulfillmentOrderStatusUpdateRequest}).
 *
 * @param fulfillmentOrderStatus where to, such as {@code Complete}
 */
public record SubmitFulfillmentOrderStatusUpdateRequest(@Nullable String fulfillmentOrderStatus) {}
