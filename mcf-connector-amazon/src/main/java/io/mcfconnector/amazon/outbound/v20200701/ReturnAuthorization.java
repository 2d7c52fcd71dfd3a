// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's leave to send units back ({@code ReturnAuthorization}).
 *
 * @param returnAuthorizationId Amazon's id
 * @param fulfillmentCenterId where they go
 * @param returnToAddress its address
 * @param amazonRmaId names the return on its label
 * @param rmaPageURL a page to print; it holds no paid label
 */
public record ReturnAuthorization(
    @Nullable String returnAuthorizationId,
    @Nullable String fulfillmentCenterId,
    @Nullable AmazonAddress returnToAddress,
    @Nullable String amazonRmaId,
    @Nullable String rmaPageURL) {}
