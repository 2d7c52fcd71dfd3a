// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Amazon takes back and what not ({@code CreateFulfillmentReturnResult}).
 *
 * @param returnItems the accepted ones
 * @param invalidReturnItems the refused ones
 * @param returnAuthorizations under which they come back
 */
public record CreateFulfillmentReturnResult(
    @Nullable List<ReturnItem> returnItems,
    @Nullable List<InvalidReturnItem> invalidReturnItems,
    @Nullable List<ReturnAuthorization> returnAuthorizations) {}
