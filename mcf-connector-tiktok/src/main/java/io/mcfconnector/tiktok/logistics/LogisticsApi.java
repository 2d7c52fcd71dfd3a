// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.logistics;

import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/**
 * Warehouses, delivery options and shipping providers, API version 202309. Thread-safe.
 *
 * <p>Scope: {@code seller.logistics}. Obtained from {@code TikTokShopClient}.
 */
public final class LogisticsApi {

  private static final Function<Answer, Warehouses> WAREHOUSES = Json.decoder(Warehouses.class);
  private static final Function<Answer, DeliveryOptions> OPTIONS =
      Json.decoder(DeliveryOptions.class);
  private static final Function<Answer, ShippingProviders> PROVIDERS =
      Json.decoder(ShippingProviders.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that signs for one shop. */
  public LogisticsApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Returns the warehouses of the shop.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<Warehouse> getWarehouses() {
    return transport.call(
        Calls.read(
                "getWarehouses",
                Calls.url(baseUrl, "logistics", "202309", "warehouses"),
                answer -> Calls.list(answer, "warehouses", WAREHOUSES.apply(answer).warehouses()))
            .build());
  }

  /**
   * Returns the delivery options of a warehouse.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<DeliveryOption> getDeliveryOptions(String warehouseId) {
    return transport.call(
        Calls.read(
                "getDeliveryOptions",
                Calls.url(
                    baseUrl, "logistics", "202309", "warehouses", warehouseId, "delivery_options"),
                answer ->
                    Calls.list(answer, "delivery_options", OPTIONS.apply(answer).deliveryOptions()))
            .build());
  }

  /**
   * Returns the carriers that TikTok accepts for a delivery option. An option that TikTok ships by
   * itself has none: REFUSED with code 21008117.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<TikTokShippingProvider> getShippingProviders(String deliveryOptionId) {
    return transport.call(
        Calls.read(
                "getShippingProviders",
                Calls.url(
                    baseUrl,
                    "logistics",
                    "202309",
                    "delivery_options",
                    deliveryOptionId,
                    "shipping_providers"),
                answer ->
                    Calls.list(
                        answer, "shipping_providers", PROVIDERS.apply(answer).shippingProviders()))
            .build());
  }
}
