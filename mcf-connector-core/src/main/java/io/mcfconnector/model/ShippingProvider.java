// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * A carrier as the sales channel offers it for a delivery option.
 *
 * @param id what a confirmation names
 * @param name what people read
 */
public record ShippingProvider(ShippingProviderId id, String name) {}
