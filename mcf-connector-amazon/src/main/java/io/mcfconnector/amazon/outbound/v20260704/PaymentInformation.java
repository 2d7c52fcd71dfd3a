// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payments of an order, which India wants to know ({@code PaymentInformation}).
 *
 * @param payments one for each
 */
public record PaymentInformation(@Nullable List<Payment> payments) {}
