// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.tiktok.internal.Rules;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import okhttp3.HttpUrl;

/**
 * Shipping by the seller, API version 202309. Thread-safe.
 *
 * <p>Every call is a write and is sent once; after an uncertain failure read the order before
 * asking again. Scopes: {@code seller.fulfillment.basic}, {@code seller.logistics} for {@link
 * #updateOrderShippingInfo}, {@code seller.fulfillment.package.write} for {@link #splitOrder}.
 * Obtained from {@code TikTokShopClient}. Wrong arguments throw {@code ApiException} of kind {@code
 * REFUSED} and send nothing.
 */
public final class FulfillmentApi {

  private static final Function<Answer, ShippedPackage> SHIPPED =
      Json.decoder(ShippedPackage.class);
  private static final Function<Answer, SplitPackage> SPLIT = Json.decoder(SplitPackage.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that signs for one shop. */
  public FulfillmentApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Tells that units are shipped in one parcel. Not idempotent. An open cancel request of the buyer
   * is rejected by it. US, UK and some other markets; elsewhere see {@link #shipPackage}.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public ShippedPackage markPackageAsShipped(String orderId, MarkPackageAsShippedRequest request) {
    Rules rules = Rules.of("markPackageAsShipped");
    rules.id("order_id", orderId);
    request.check(rules);
    return transport.call(
        Calls.write(
                rules.operation(),
                Calls.url(baseUrl, "fulfillment", "202309", "orders", orderId, "packages"),
                MarkPackageAsShippedRequest.class,
                request,
                SHIPPED)
            .build());
  }

  /**
   * Ships a package that exists already, in markets without {@link #markPackageAsShipped}.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public void shipPackage(String packageId, ShipPackageRequest request) {
    Rules rules = Rules.of("shipPackage");
    rules.id("package_id", packageId);
    request.check(rules);
    transport.call(
        Calls.write(
                rules.operation(),
                Calls.url(baseUrl, "fulfillment", "202309", "packages", packageId, "ship"),
                ShipPackageRequest.class,
                request,
                Function.identity())
            .build());
  }

  /**
   * Changes the number of a shipped package: within 72 hours, and once for each order.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public void updatePackageShippingInfo(String packageId, ShippingInfo info) {
    Rules rules = Rules.of("updatePackageShippingInfo");
    rules.id("package_id", packageId);
    update(rules, "packages", packageId, info);
  }

  /**
   * Changes the number of a shipped order that was not split: within 72 hours, and once.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public void updateOrderShippingInfo(String orderId, ShippingInfo info) {
    Rules rules = Rules.of("updateOrderShippingInfo");
    rules.id("order_id", orderId);
    update(rules, "orders", orderId, info);
  }

  /**
   * Splits an order into packages before it is shipped: South-East Asia, Latin America and Japan.
   * In the US call {@link #markPackageAsShipped} once for each parcel instead.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<SplitPackage> splitOrder(String orderId, SplitOrderRequest request) {
    Rules rules = Rules.of("splitOrder");
    rules.id("order_id", orderId);
    request.check(rules);
    return transport.call(
        Calls.write(
                rules.operation(),
                Calls.url(baseUrl, "fulfillment", "202309", "orders", orderId, "split"),
                SplitOrderRequest.class,
                request,
                answer -> Calls.list(answer, "packages", SPLIT))
            .build());
  }

  private void update(Rules rules, String what, String id, ShippingInfo info) {
    info.check(rules, "");
    HttpUrl url = Calls.url(baseUrl, "fulfillment", "202309", what, id, "shipping_info", "update");
    transport.call(
        Calls.write(rules.operation(), url, ShippingInfo.class, info, Function.identity()).build());
  }
}
