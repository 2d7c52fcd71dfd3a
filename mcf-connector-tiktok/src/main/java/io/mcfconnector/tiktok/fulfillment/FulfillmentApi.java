// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.function.Function;
import okhttp3.HttpUrl;

/**
 * Shipping by the seller, API version 202309. Thread-safe.
 *
 * <p>Every call is a write and is sent once; after an uncertain failure read the order before
 * asking again. Scopes: {@code seller.fulfillment.basic}, and {@code seller.logistics} for {@link
 * #updateOrderShippingInfo}. Obtained from {@code TikTokShopClient}.
 */
public final class FulfillmentApi {

  private static final Function<Answer, ShippedPackage> SHIPPED =
      Json.decoder(ShippedPackage.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that signs for one shop. */
  public FulfillmentApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Tells that units are shipped in one parcel. Not idempotent. An open cancel request of the buyer
   * is rejected by it.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public ShippedPackage markPackageAsShipped(String orderId, MarkPackageAsShippedRequest request) {
    return transport.call(
        Calls.write(
                "markPackageAsShipped",
                Calls.url(baseUrl, "fulfillment", "202309", "orders", orderId, "packages"),
                MarkPackageAsShippedRequest.class,
                request,
                SHIPPED)
            .build());
  }

  /**
   * Changes the number of a shipped package: within 72 hours, and once for each order.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public void updatePackageShippingInfo(String packageId, ShippingInfo info) {
    update("updatePackageShippingInfo", "packages", packageId, info);
  }

  /**
   * Changes the number of a shipped order that was not split: within 72 hours, and once.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public void updateOrderShippingInfo(String orderId, ShippingInfo info) {
    update("updateOrderShippingInfo", "orders", orderId, info);
  }

  private void update(String operation, String what, String id, ShippingInfo info) {
    HttpUrl url = Calls.url(baseUrl, "fulfillment", "202309", what, id, "shipping_info", "update");
    transport.call(
        Calls.write(operation, url, ShippingInfo.class, info, Function.identity()).build());
  }
}
