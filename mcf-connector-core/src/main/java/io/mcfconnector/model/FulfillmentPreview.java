// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import org.jspecify.annotations.Nullable;

/**
 * What a network would do with an order at the speed of that order. It reserves nothing.
 *
 * @param fulfillable whether everything can be shipped at that speed
 * @param estimatedCost what the network would charge for it, all fees together; {@code null} =
 *     unknown
 */
public record FulfillmentPreview(boolean fulfillable, @Nullable Money estimatedCost) {}
