// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * The speed of an offer ({@code PreviewOfferFulfillmentConfiguration}).
 *
 * @param serviceLevel the speed
 */
public record PreviewOfferFulfillmentConfiguration(
    @Nullable PreviewOfferServiceLevel serviceLevel) {}
