// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * A fulfillment center ({@code AmazonFacility}).
 *
 * @param facilityId Amazon's id
 */
public record AmazonFacility(@Nullable String facilityId) {}
