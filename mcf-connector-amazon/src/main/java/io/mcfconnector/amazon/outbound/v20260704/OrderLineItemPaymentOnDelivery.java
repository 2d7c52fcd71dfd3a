// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * What is paid on delivery, in India ({@code OrderLineItemPaymentOnDelivery}).
 *
 * @param perUnitServicePrice for each unit
 */
public record OrderLineItemPaymentOnDelivery(@Nullable Money perUnitServicePrice) {}
