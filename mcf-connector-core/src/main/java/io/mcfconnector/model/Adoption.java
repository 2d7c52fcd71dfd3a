// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * A fulfillment order that another tool made, or a person by hand, and that stands in for the one
 * the router would have made.
 *
 * @param id the id it was created with
 * @param generation which of the order's fulfillment orders it is
 */
public record Adoption(FulfillmentOrderId id, int generation) {}
