// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import static io.mcfconnector.amazon.internal.RequestCheck.ANY_LENGTH;

import io.mcfconnector.amazon.internal.Endpoint;
import io.mcfconnector.amazon.internal.RequestCheck;
import io.mcfconnector.transport.Quota;

/**
 * What only the sandbox of Fulfillment Outbound 2026-07-04 can do; production answers with an
 * error. Thread-safe.
 */
public final class FulfillmentOutboundSandboxApi {

  /** Not published; the sandbox allows 5 a second for every operation. */
  private static final Quota QUOTA = new Quota(1, 1);

  private final Endpoint api;

  FulfillmentOutboundSandboxApi(Endpoint api) {
    this.api = api;
  }

  /** Moves an order of the sandbox to a status, such as {@code COMPLETE}. */
  public void updateOrderStatus(String orderId, String status) {
    String operation = "updateOrderStatus";
    RequestCheck at = RequestCheck.of(operation);
    at.knownId(orderId, "orderId");
    at.text(status, ANY_LENGTH, "status");
    api.write(
        operation,
        "PUT",
        api.url("orders", orderId, "status"),
        QUOTA,
        UpdateOrderStatusRequest.class,
        new UpdateOrderStatusRequest(status),
        Endpoint::acknowledged);
  }

  /** Moves a parcel of the sandbox to a status, such as {@code IN_TRANSIT}. */
  public void updatePackage(String orderId, String packageId, UpdatePackageRequest request) {
    String operation = "updatePackage";
    RequestCheck at = RequestCheck.of(operation);
    at.knownId(orderId, "orderId");
    at.pathText(packageId, RequestRules.LONGEST_ID, "packageId");
    RequestRules.check(at, request);
    api.write(
        operation,
        "PUT",
        api.url("orders", orderId, "packages", packageId),
        QUOTA,
        UpdatePackageRequest.class,
        request,
        Endpoint::acknowledged);
  }
}
