// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * The speed of an offer ({@code PreviewOfferFulfillmentConfiguration}).
 *
 * @param serviceLevel the speed
 * @param services what it contains
 */
public record PreviewOfferFulfillmentConfiguration(
    @Nullable PreviewOfferServiceLevel serviceLevel, @Nullable PreviewOfferServices services) {}
