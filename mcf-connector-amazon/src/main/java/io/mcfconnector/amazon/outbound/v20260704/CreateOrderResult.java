// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

/** What Amazon says to a new order: made at once, or accepted to be made. */
public sealed interface CreateOrderResult {

  /** Returns the id that was asked for. */
  String orderId();

  /**
   * The order exists (HTTP 200).
   *
   * @param orderId the id that was asked for
   * @param order the order
   */
  record Created(String orderId, AmazonFulfillmentOrder order) implements CreateOrderResult {}

  /**
   * Amazon makes the order later (HTTP 202); reading it tells whether it did.
   *
   * @param orderId the id that was asked for
   * @param status where it stands
   */
  record Accepted(String orderId, String status) implements CreateOrderResult {}
}
