// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * How it would be delivered ({@code PreviewDeliveryService}).
 *
 * @param paymentOnDelivery whether it can be paid then
 */
public record PreviewDeliveryService(@Nullable String paymentOnDelivery) {}
