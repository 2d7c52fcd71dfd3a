// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import static io.mcfconnector.amazon.internal.RequestCheck.ANY_LENGTH;
import static io.mcfconnector.amazon.outbound.v20200701.FulfillmentOutboundApi.QUOTA;

import io.mcfconnector.amazon.internal.Endpoint;
import io.mcfconnector.amazon.internal.RequestCheck;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import java.util.List;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The part of Fulfillment Outbound 2020-07-01 about units that come back; 2026-07-04 has no
 * counterpart. Each operation allows 2 calls a second, 30 at once. Thread-safe.
 */
public final class ReturnApi {

  private static final Function<Answer, ListReturnReasonCodesResponse> REASONS =
      Json.decoder(ListReturnReasonCodesResponse.class);
  private static final Function<Answer, CreateFulfillmentReturnResponse> CREATED =
      Json.decoder(CreateFulfillmentReturnResponse.class);

  private final Endpoint api;

  ReturnApi(Endpoint api) {
    this.api = api;
  }

  /**
   * Returns the reasons with which a SKU can be returned.
   *
   * @param sellerSku the MSKU
   * @param marketplaceId the marketplace; {@code null} leaves it to Amazon
   * @param sellerFulfillmentOrderId an order of the SKU, if there is one
   * @param language of the translated texts, such as {@code fr_FR}; {@code null} for none
   */
  public List<ReasonCodeDetails> listReturnReasonCodes(
      String sellerSku,
      @Nullable String marketplaceId,
      @Nullable String sellerFulfillmentOrderId,
      @Nullable String language) {
    String operation = "listReturnReasonCodes";
    RequestCheck at = RequestCheck.of(operation);
    at.text(sellerSku, ANY_LENGTH, "sellerSku");
    HttpUrl.Builder url = api.url("returnReasonCodes").addQueryParameter("sellerSku", sellerSku);
    optional(at, url, "marketplaceId", marketplaceId);
    optional(at, url, "sellerFulfillmentOrderId", sellerFulfillmentOrderId);
    optional(at, url, "language", language);
    return api.read(
        operation,
        url,
        QUOTA,
        answer -> {
          ListReturnReasonCodesResult result =
              answer.require(REASONS.apply(answer).payload(), "payload");
          return answer.require(result.reasonCodeDetails(), "payload.reasonCodeDetails");
        });
  }

  /** Asks Amazon to take units back. Some may be accepted and others refused; sent once. */
  public CreateFulfillmentReturnResult createFulfillmentReturn(
      String sellerFulfillmentOrderId, CreateFulfillmentReturnRequest request) {
    String operation = "createFulfillmentReturn";
    RequestCheck at = RequestCheck.of(operation);
    at.knownId(sellerFulfillmentOrderId, "sellerFulfillmentOrderId");
    RequestRules.check(at, request);
    return api.write(
        operation,
        "PUT",
        api.url("fulfillmentOrders", sellerFulfillmentOrderId, "return"),
        QUOTA,
        CreateFulfillmentReturnRequest.class,
        request,
        answer -> answer.require(CREATED.apply(answer).payload(), "payload"));
  }

  private static void optional(
      RequestCheck at, HttpUrl.Builder url, String name, @Nullable String value) {
    if (value != null) {
      at.text(value, ANY_LENGTH, name);
      url.addQueryParameter(name, value);
    }
  }
}
