// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import io.mcfconnector.amazon.internal.Acknowledgement;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.ApiCall;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Quota;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Fulfillment Outbound 2020-07-01. Hosts get it from {@code SellingPartnerClient}. Thread-safe.
 *
 * <p>Every method makes one call within Amazon's limit of 2 calls a second, 30 at once, for each
 * operation, and throws {@link ApiException} when it fails. Reads are repeated on their own after a
 * failure that may pass; {@link #createFulfillmentOrder} and {@link #cancelFulfillmentOrder} are
 * not.
 */
public final class FulfillmentOutboundApi {

  private static final Quota QUOTA = new Quota(2, 30);

  private static final Function<Answer, Acknowledgement> ACKNOWLEDGEMENT =
      Json.decoder(Acknowledgement.class);
  private static final Function<Answer, GetFulfillmentOrderResponse> ORDER =
      Json.decoder(GetFulfillmentOrderResponse.class);
  private static final Function<Answer, ListAllFulfillmentOrdersResponse> ORDERS =
      Json.decoder(ListAllFulfillmentOrdersResponse.class);
  private static final Function<Answer, GetFulfillmentPreviewResponse> PREVIEW =
      Json.decoder(GetFulfillmentPreviewResponse.class);

  private final Transport transport;
  private final HttpUrl orders;

  /**
   * Creates the API of one seller.
   *
   * @param transport signs and sends
   * @param endpoint the region's endpoint
   */
  public FulfillmentOutboundApi(Transport transport, URI endpoint) {
    this.transport = transport;
    this.orders =
        HttpUrl.get(endpoint.toString())
            .newBuilder()
            .addPathSegments("fba/outbound/2020-07-01/fulfillmentOrders")
            .build();
  }

  /**
   * Asks Amazon to ship. Amazon returns nothing: read the order to see it.
   *
   * @throws ApiException {@code ALREADY_DONE} when the id is taken; {@code isUncertain()} when the
   *     order may exist all the same
   */
  public void createFulfillmentOrder(CreateFulfillmentOrderRequest request) {
    transport.call(
        ApiCall.write("createFulfillmentOrder", "POST", orders, QUOTA, ACKNOWLEDGEMENT)
            .json(Json.encode(CreateFulfillmentOrderRequest.class, request))
            .build());
  }

  /**
   * Returns an order with its lines and shipments.
   *
   * @throws ApiException {@code NOT_FOUND} when Amazon has no such order
   */
  public GetFulfillmentOrderResult getFulfillmentOrder(String sellerFulfillmentOrderId) {
    return transport.call(
        ApiCall.get(
                "getFulfillmentOrder",
                order(sellerFulfillmentOrderId).build(),
                QUOTA,
                answer ->
                    RequiredFields.check(
                        answer, ORDER.apply(answer).payload(), sellerFulfillmentOrderId))
            .build());
  }

  /**
   * Returns one page of the orders that were made or changed at or after a time, without lines and
   * shipments.
   *
   * @param queryStartDate from when on
   * @param nextToken what the page before gave; {@code null} for the first page
   */
  public ListAllFulfillmentOrdersResult listAllFulfillmentOrders(
      Instant queryStartDate, @Nullable String nextToken) {
    HttpUrl.Builder url =
        orders.newBuilder().addQueryParameter("queryStartDate", queryStartDate.toString());
    if (nextToken != null) {
      url.addQueryParameter("nextToken", nextToken);
    }
    return transport.call(
        ApiCall.get(
                "listAllFulfillmentOrders",
                url.build(),
                QUOTA,
                answer -> RequiredFields.check(answer, ORDERS.apply(answer).payload()))
            .build());
  }

  /**
   * Asks Amazon to stop; it does so before picking begins. The truth is the order read afterwards.
   */
  public void cancelFulfillmentOrder(String sellerFulfillmentOrderId) {
    HttpUrl url = order(sellerFulfillmentOrderId).addPathSegment("cancel").build();
    transport.call(
        ApiCall.write("cancelFulfillmentOrder", "PUT", url, QUOTA, ACKNOWLEDGEMENT).build());
  }

  /** Returns what Amazon could ship, and when, and for how much; it reserves nothing. */
  public GetFulfillmentPreviewResult getFulfillmentPreview(GetFulfillmentPreviewRequest request) {
    HttpUrl url = orders.newBuilder().addPathSegment("preview").build();
    return transport.call(
        ApiCall.write(
                "getFulfillmentPreview",
                "POST",
                url,
                QUOTA,
                answer -> answer.require(PREVIEW.apply(answer).payload(), "payload"))
            .json(Json.encode(GetFulfillmentPreviewRequest.class, request))
            .repeatable()
            .build());
  }

  private HttpUrl.Builder order(String sellerFulfillmentOrderId) {
    return orders.newBuilder().addPathSegment(sellerFulfillmentOrderId);
  }
}
