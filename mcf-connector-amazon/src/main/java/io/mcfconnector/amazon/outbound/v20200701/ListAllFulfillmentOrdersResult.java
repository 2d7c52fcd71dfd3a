// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of fulfillment orders ({@code ListAllFulfillmentOrdersResult}).
 *
 * @param nextToken opens the next page; absent or empty on the last one
 * @param fulfillmentOrders may be empty on a page that is not the last
 */
public record ListAllFulfillmentOrdersResult(
    @Nullable String nextToken, @Nullable List<AmazonFulfillmentOrder> fulfillmentOrders) {}
