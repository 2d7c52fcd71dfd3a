// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import io.mcfconnector.amazon.internal.Endpoint;
import io.mcfconnector.amazon.internal.RequestCheck;
import io.mcfconnector.transport.Quota;
import java.util.Set;

/**
 * What only the sandbox of Fulfillment Outbound 2020-07-01 can do; production answers with an
 * error. Thread-safe.
 */
public final class FulfillmentOutboundSandboxApi {

  /** Not published; the sandbox allows 5 a second for every operation. */
  private static final Quota QUOTA = new Quota(1, 1);

  private static final Set<String> STATUSES =
      Set.of(
          "New",
          "Received",
          "Planning",
          "Processing",
          "Cancelled",
          "Complete",
          "CompletePartialled",
          "Unfulfillable",
          "Invalid");

  private final Endpoint api;

  FulfillmentOutboundSandboxApi(Endpoint api) {
    this.api = api;
  }

  /** Moves an order of the sandbox to a status, such as {@code Complete}. */
  public void submitFulfillmentOrderStatusUpdate(
      String sellerFulfillmentOrderId, String fulfillmentOrderStatus) {
    String operation = "submitFulfillmentOrderStatusUpdate";
    RequestCheck at = RequestCheck.of(operation);
    at.knownId(sellerFulfillmentOrderId, "sellerFulfillmentOrderId");
    at.word(fulfillmentOrderStatus, STATUSES, "fulfillmentOrderStatus");
    api.write(
        operation,
        "PUT",
        api.url("fulfillmentOrders", sellerFulfillmentOrderId, "status"),
        QUOTA,
        SubmitFulfillmentOrderStatusUpdateRequest.class,
        new SubmitFulfillmentOrderStatusUpdateRequest(fulfillmentOrderStatus),
        Endpoint::acknowledged);
  }
}
