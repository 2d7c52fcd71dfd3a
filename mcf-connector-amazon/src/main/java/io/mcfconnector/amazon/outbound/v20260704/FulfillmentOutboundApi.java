// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

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
 * Fulfillment Outbound 2026-07-04. Hosts get it from {@code SellingPartnerClient}. Thread-safe.
 *
 * <p>Every method makes one call within Amazon's limit of 2 calls a second, 30 at once, for each
 * operation, and throws {@link ApiException} when it fails. Reads are repeated on their own after a
 * failure that may pass; {@link #createOrder} and {@link #cancelOrder} are not.
 */
public final class FulfillmentOutboundApi {

  private static final Quota QUOTA = new Quota(2, 30);
  private static final int ACCEPTED = 202;

  private static final Function<Answer, Acknowledgement> ACKNOWLEDGEMENT =
      Json.decoder(Acknowledgement.class);
  private static final Function<Answer, CreateOrderResponse> CREATED =
      Json.decoder(CreateOrderResponse.class);
  private static final Function<Answer, CreateOrderAcceptedResponse> ACCEPTED_ORDER =
      Json.decoder(CreateOrderAcceptedResponse.class);
  private static final Function<Answer, GetOrderResponse> ORDER =
      Json.decoder(GetOrderResponse.class);
  private static final Function<Answer, ListOrdersResponse> ORDERS =
      Json.decoder(ListOrdersResponse.class);
  private static final Function<Answer, GetOrderPreviewResponse> PREVIEW =
      Json.decoder(GetOrderPreviewResponse.class);

  private final Transport transport;
  private final HttpUrl base;

  /**
   * Creates the API of one seller.
   *
   * @param transport signs and sends
   * @param endpoint the region's endpoint
   */
  public FulfillmentOutboundApi(Transport transport, URI endpoint) {
    this.transport = transport;
    this.base =
        HttpUrl.get(endpoint.toString())
            .newBuilder()
            .addPathSegments("fulfillment/outbound/2026-07-04")
            .build();
  }

  /**
   * Asks Amazon to ship. Amazon makes the order at once, or accepts it and makes it later.
   *
   * @throws ApiException {@code ALREADY_DONE} when the id is taken; {@code isUncertain()} when the
   *     order may exist all the same
   */
  public CreateOrderResult createOrder(CreateOrderRequest request) {
    return transport.call(
        ApiCall.write(
                "createOrder", "POST", url("orders"), QUOTA, FulfillmentOutboundApi::createResult)
            .json(Json.encode(CreateOrderRequest.class, request))
            .build());
  }

  /**
   * Returns an order with its lines and shipments.
   *
   * @throws ApiException {@code NOT_FOUND} when Amazon has no such order
   */
  public AmazonFulfillmentOrder getOrder(String orderId) {
    return transport.call(
        ApiCall.get(
                "getOrder",
                url("orders", orderId),
                QUOTA,
                answer -> RequiredFields.check(answer, ORDER.apply(answer).order(), orderId))
            .build());
  }

  /**
   * Returns one page of the orders that were made or changed at or after a time, with lines and
   * shipments. Each has its id; whatever else the model requires may be missing, so that one broken
   * order hides no other.
   *
   * @param updatedAfter from when on
   * @param pageToken what the page before gave; {@code null} for the first page
   */
  public ListOrdersResponse listOrders(Instant updatedAfter, @Nullable String pageToken) {
    HttpUrl.Builder url =
        url("orders").newBuilder().addQueryParameter("updatedAfter", updatedAfter.toString());
    if (pageToken != null) {
      url.addQueryParameter("pageToken", pageToken);
    }
    return transport.call(
        ApiCall.get(
                "listOrders",
                url.build(),
                QUOTA,
                answer -> RequiredFields.check(answer, ORDERS.apply(answer)))
            .build());
  }

  /**
   * Asks Amazon to stop. Success means only that it will try: the truth is the order read later.
   */
  public void cancelOrder(String orderId) {
    transport.call(
        ApiCall.write(
                "cancelOrder", "PUT", url("orders", orderId, "cancel"), QUOTA, ACKNOWLEDGEMENT)
            .build());
  }

  /** Returns what Amazon could ship, and when, and for how much; it reserves nothing. */
  public GetOrderPreviewResponse getOrderPreview(GetOrderPreviewRequest request) {
    return transport.call(
        ApiCall.write(
                "getOrderPreview",
                "POST",
                url("previews"),
                QUOTA,
                answer -> {
                  GetOrderPreviewResponse preview = PREVIEW.apply(answer);
                  answer.require(preview.plannedShipments(), "plannedShipments");
                  return preview;
                })
            .json(Json.encode(GetOrderPreviewRequest.class, request))
            .repeatable()
            .build());
  }

  private static CreateOrderResult createResult(Answer answer) {
    if (answer.status() == ACCEPTED) {
      CreateOrderAcceptedResponse accepted = ACCEPTED_ORDER.apply(answer);
      return new CreateOrderResult.Accepted(
          answer.require(accepted.orderId(), "orderId"),
          answer.require(accepted.status(), "status"));
    }
    AmazonFulfillmentOrder order = answer.require(CREATED.apply(answer).order(), "order");
    return new CreateOrderResult.Created(answer.require(order.orderId(), "order.orderId"), order);
  }

  private HttpUrl url(String... segments) {
    HttpUrl.Builder url = base.newBuilder();
    for (String segment : segments) {
      url.addPathSegment(segment);
    }
    return url.build();
  }
}
