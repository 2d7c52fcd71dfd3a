// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * How a line is packed ({@code OrderLineItemPackagingService}).
 *
 * @param packingSlip what the slip says of it
 */
public record OrderLineItemPackagingService(@Nullable OrderPackingSlip packingSlip) {}
