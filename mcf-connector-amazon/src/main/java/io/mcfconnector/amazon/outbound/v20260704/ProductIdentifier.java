// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * Names a product ({@code ProductIdentifier}).
 *
 * @param amazonSku the MSKU: despite its name the seller's SKU in Amazon's catalogue; required
 */
public record ProductIdentifier(@Nullable String amazonSku) {}
