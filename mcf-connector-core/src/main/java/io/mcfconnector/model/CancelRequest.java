// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's open request to cancel an order, or some of its units.
 *
 * @param id the channel's id of the request
 * @param orderId the buyer's order
 * @param lineItems the units; empty = the channel does not tell, so all
 * @param answerBy when the channel grants it by itself; absent when it does not tell
 */
public record CancelRequest(
    String id, OrderId orderId, List<LineItemId> lineItems, @Nullable Instant answerBy) {

  /** Copies the list. */
  public CancelRequest {
    lineItems = List.copyOf(lineItems);
  }
}
