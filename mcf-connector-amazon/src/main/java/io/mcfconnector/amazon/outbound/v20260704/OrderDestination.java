// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes ({@code OrderDestination}); buyer data.
 *
 * @param deliveryAddress the address; required
 */
public record OrderDestination(@Nullable AmazonAddress deliveryAddress) {}
