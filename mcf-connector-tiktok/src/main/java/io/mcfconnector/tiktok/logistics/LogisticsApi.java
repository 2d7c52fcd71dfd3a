// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.logistics;

import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.tiktok.internal.Rules;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/**
 * Warehouses, delivery options and shipping providers, API version 202309. Thread-safe.
 *
 * <p>Scope: {@code seller.logistics}. Obtained from {@code TikTokShopClient}. Wrong arguments throw
 * {@code ApiException} of kind {@code REFUSED} and send nothing.
 */
public final class LogisticsApi {

  private static final Function<Answer, Warehouse> WAREHOUSE = Json.decoder(Warehouse.class);
  private static final Function<Answer, DeliveryOption> OPTION = Json.decoder(DeliveryOption.class);
  private static final Function<Answer, TikTokShippingProvider> PROVIDER =
      Json.decoder(TikTokShippingProvider.class);
  private static final Function<Answer, CreatedWarehouse> CREATED =
      Json.decoder(CreatedWarehouse.class);

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
                answer -> Calls.list(answer, "warehouses", WAREHOUSE))
            .build());
  }

  /**
   * Returns the delivery options of a warehouse.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<DeliveryOption> getDeliveryOptions(String warehouseId) {
    Rules rules = Rules.of("getDeliveryOptions");
    rules.id("warehouse_id", warehouseId);
    return transport.call(
        Calls.read(
                rules.operation(),
                Calls.url(
                    baseUrl, "logistics", "202309", "warehouses", warehouseId, "delivery_options"),
                answer -> Calls.list(answer, "delivery_options", OPTION))
            .build());
  }

  /**
   * Returns the carriers that TikTok accepts for a delivery option. An option that TikTok ships by
   * itself has none: REFUSED with code 21008117.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<TikTokShippingProvider> getShippingProviders(String deliveryOptionId) {
    Rules rules = Rules.of("getShippingProviders");
    rules.id("delivery_option_id", deliveryOptionId);
    return transport.call(
        Calls.read(
                rules.operation(),
                Calls.url(
                    baseUrl,
                    "logistics",
                    "202309",
                    "delivery_options",
                    deliveryOptionId,
                    "shipping_providers"),
                answer -> Calls.list(answer, "shipping_providers", PROVIDER))
            .build());
  }

  /**
   * Creates a warehouse; API version 202502. Not idempotent. Success as a whole may still come with
   * errors: see {@link CreatedWarehouse#errorList()}.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public CreatedWarehouse createWarehouse(CreateWarehouseRequest request) {
    Rules rules = Rules.of("createWarehouse");
    request.check(rules);
    return transport.call(
        Calls.write(
                rules.operation(),
                Calls.url(baseUrl, "logistics", "202502", "warehouses"),
                CreateWarehouseRequest.class,
                request,
                CREATED)
            .build());
  }
}
