// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

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
 * What other systems call the orders of one shop, API version 202406: stored at TikTok, so that it
 * can be looked up there after a crash. Thread-safe.
 *
 * <p>Scopes: {@code seller.order.ext_ref.read}, {@code seller.order.ext_ref.write}. Obtained from
 * {@code TikTokShopClient}. Wrong arguments throw {@code ApiException} of kind {@code REFUSED} and
 * send nothing.
 */
public final class ExternalOrderApi {

  private static final Function<Answer, ExternalOrderError> ERROR =
      Json.decoder(ExternalOrderError.class);
  private static final Function<Answer, ExternalOrder> EXTERNAL = Json.decoder(ExternalOrder.class);
  private static final Function<Answer, ExternalOrderReference> REFERENCE =
      Json.decoder(ExternalOrderReference.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that signs for one shop. */
  public ExternalOrderApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Stores references.
   *
   * @return those that TikTok did not store; empty = all are stored
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<ExternalOrderError> addExternalOrderReferences(AddExternalOrdersRequest request) {
    Rules rules = Rules.of("addExternalOrderReferences");
    request.check(rules);
    return transport.call(
        Calls.write(
                rules.operation(),
                Calls.url(baseUrl, "order", "202406", "orders", "external_orders"),
                AddExternalOrdersRequest.class,
                request,
                answer -> Calls.list(answer, "errors", ERROR))
            .build());
  }

  /**
   * Returns what a system calls an order; empty when nothing was stored.
   *
   * @param platform such as {@link ExternalOrder#AMAZON}
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<ExternalOrder> getExternalOrderReferences(String orderId, String platform) {
    Rules rules = Rules.of("getExternalOrderReferences");
    rules.id("order_id", orderId);
    ExternalOrder.checkPlatform(rules, "platform", platform);
    HttpUrl url =
        Calls.url(baseUrl, "order", "202406", "orders", orderId, "external_orders")
            .newBuilder()
            .addQueryParameter("platform", platform)
            .build();
    return transport.call(
        Calls.read(
                rules.operation(), url, answer -> Calls.list(answer, "external_orders", EXTERNAL))
            .build());
  }

  /**
   * Returns the orders that a system calls so; empty when there are none.
   *
   * @param platform such as {@link ExternalOrder#AMAZON}
   * @param externalOrderId the order's id there
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<ExternalOrderReference> searchOrderByExternalOrderReference(
      String platform, String externalOrderId) {
    Rules rules = Rules.of("searchOrderByExternalOrderReference");
    ExternalOrder.checkPlatform(rules, "platform", platform);
    ExternalOrder.checkId(rules, "external_order_id", externalOrderId);
    HttpUrl url =
        Calls.url(baseUrl, "order", "202406", "orders", "external_order_search")
            .newBuilder()
            .addQueryParameter("platform", platform)
            .addQueryParameter("external_order_id", externalOrderId)
            .build();
    return transport.call(
        Calls.search(rules.operation(), url, answer -> Calls.list(answer, "orders", REFERENCE))
            .build());
  }
}
