// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * How a line is fulfilled ({@code LineItemFulfillmentConfiguration}).
 *
 * @param services special wishes
 */
public record LineItemFulfillmentConfiguration(@Nullable OrderLineItemServices services) {}
