// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of orders ({@code ListOrdersResponse}).
 *
 * @param orders with lines and shipments
 * @param pagination opens the next page; absent on the last one
 */
public record ListOrdersResponse(
    @Nullable List<AmazonFulfillmentOrder> orders, @Nullable Pagination pagination) {}
