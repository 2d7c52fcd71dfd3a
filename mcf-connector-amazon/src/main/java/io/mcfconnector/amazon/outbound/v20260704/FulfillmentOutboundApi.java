// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import io.mcfconnector.amazon.internal.Endpoint;
import io.mcfconnector.amazon.internal.Pages;
import io.mcfconnector.amazon.internal.RequestCheck;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Quota;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Fulfillment Outbound 2026-07-04. Hosts get it from {@code SellingPartnerClient}. Thread-safe.
 *
 * <p>Every method makes one call within Amazon's limit of 2 calls a second (5 for {@link
 * #getOffers}), 30 at once, for each operation, and throws {@link ApiException} when it fails.
 * Requests that Amazon's model forbids are {@code REFUSED} without a call; the message names field
 * and rule. Reads are repeated on their own after a failure that may pass; {@link #createOrder},
 * {@link #updateOrder} and {@link #cancelOrder} are not.
 */
public final class FulfillmentOutboundApi {

  private static final Quota QUOTA = new Quota(2, 30);
  private static final Quota OFFERS_QUOTA = new Quota(5, 30);
  private static final int ACCEPTED = 202;
  private static final String CREATE = "createOrder";
  private static final String ORDERS = "orders";

  private static final Function<Answer, CreateOrderResponse> CREATED =
      Json.decoder(CreateOrderResponse.class);
  private static final Function<Answer, CreateOrderAcceptedResponse> ACCEPTED_ORDER =
      Json.decoder(CreateOrderAcceptedResponse.class);
  private static final Function<Answer, GetOrderResponse> ORDER =
      Json.decoder(GetOrderResponse.class);
  private static final Function<Answer, ListOrdersResponse> ORDER_PAGE =
      Json.decoder(ListOrdersResponse.class);
  private static final Function<Answer, GetOrderPreviewResponse> PREVIEW =
      Json.decoder(GetOrderPreviewResponse.class);
  private static final Function<Answer, GetOffersResponse> OFFERS =
      Json.decoder(GetOffersResponse.class);

  private final Endpoint api;
  private final HttpUrl orders;
  private final FulfillmentOutboundSandboxApi sandbox;

  /**
   * Creates the API of one seller.
   *
   * @param transport signs and sends
   * @param endpoint the region's endpoint
   */
  public FulfillmentOutboundApi(Transport transport, URI endpoint) {
    this.api = new Endpoint(transport, endpoint, "fulfillment/outbound/2026-07-04");
    this.orders = api.url(ORDERS).build();
    this.sandbox = new FulfillmentOutboundSandboxApi(api);
  }

  /** Returns the calls that only Amazon's sandbox knows. */
  public FulfillmentOutboundSandboxApi sandbox() {
    return sandbox;
  }

  /** Returns what the quota of {@link #createOrder} lets through now; calls nothing. */
  public CallAllowance createAllowance() {
    return api.allowance(CREATE, QUOTA);
  }

  /**
   * Asks Amazon to ship. Amazon makes the order at once, or accepts it and makes it later.
   *
   * @throws ApiException {@code ALREADY_DONE} when the id is taken; {@code isUncertain()} when the
   *     order may exist all the same
   */
  public CreateOrderResult createOrder(CreateOrderRequest request) {
    String operation = CREATE;
    RequestRules.check(RequestCheck.of(operation), request);
    return api.write(
        operation,
        "POST",
        orders,
        QUOTA,
        CreateOrderRequest.class,
        request,
        FulfillmentOutboundApi::createResult);
  }

  /**
   * Returns an order with its lines and shipments.
   *
   * @throws ApiException {@code NOT_FOUND} when Amazon has no such order
   */
  public AmazonFulfillmentOrder getOrder(String orderId) {
    return getOrder(orderId, true);
  }

  /**
   * Returns an order with its lines.
   *
   * @param orderId the id it was created with
   * @param shipments whether with its shipments too
   * @throws ApiException {@code NOT_FOUND} when Amazon has no such order
   */
  public AmazonFulfillmentOrder getOrder(String orderId, boolean shipments) {
    String operation = "getOrder";
    HttpUrl.Builder url = order(operation, orderId);
    return api.read(
        operation,
        shipments ? url : withoutShipments(url),
        QUOTA,
        answer -> RequiredFields.check(answer, ORDER.apply(answer).order(), orderId));
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
    return listOrders(updatedAfter, true, pageToken);
  }

  /**
   * Returns one page of orders, as {@link #listOrders(Instant, String)} does.
   *
   * @param updatedAfter from when on
   * @param shipments whether with their shipments too; the same for all pages
   * @param pageToken what the page before gave; {@code null} for the first page
   */
  public ListOrdersResponse listOrders(
      Instant updatedAfter, boolean shipments, @Nullable String pageToken) {
    HttpUrl.Builder url =
        api.url(ORDERS).addQueryParameter("updatedAfter", updatedAfter.toString());
    if (pageToken != null) {
      url.addQueryParameter("pageToken", pageToken);
    }
    return api.read(
        "listOrders",
        shipments ? url : withoutShipments(url),
        QUOTA,
        answer -> RequiredFields.check(answer, ORDER_PAGE.apply(answer)));
  }

  /**
   * Returns the orders that were made or changed at or after a time, with lines and shipments. Each
   * page is read when its turn comes; a page token that comes twice ends the stream with an {@link
   * ApiException}.
   */
  public Stream<AmazonFulfillmentOrder> listOrders(Instant updatedAfter) {
    return Pages.of(
            "listOrders",
            token -> listOrders(updatedAfter, token),
            FulfillmentOutboundApi::nextToken)
        .flatMap(page -> page.orders() == null ? Stream.of() : page.orders().stream());
  }

  /**
   * Lets an order on hold go. Success means only that Amazon will try: the truth is the order read
   * later.
   */
  public void updateOrder(String orderId, UpdateOrderRequest request) {
    String operation = "updateOrder";
    HttpUrl.Builder url = order(operation, orderId);
    RequestRules.check(RequestCheck.of(operation), request);
    api.write(
        operation, "PUT", url, QUOTA, UpdateOrderRequest.class, request, Endpoint::acknowledged);
  }

  /**
   * Asks Amazon to stop. Success means only that it will try: the truth is the order read later.
   */
  public void cancelOrder(String orderId) {
    String operation = "cancelOrder";
    api.act(operation, "PUT", order(operation, orderId).addPathSegment("cancel"), QUOTA);
  }

  /** Returns what Amazon could ship, and when, and for how much; it reserves nothing. */
  public GetOrderPreviewResponse getOrderPreview(GetOrderPreviewRequest request) {
    String operation = "getOrderPreview";
    RequestRules.check(RequestCheck.of(operation), request);
    return api.ask(
        operation,
        api.url("previews"),
        QUOTA,
        GetOrderPreviewRequest.class,
        request,
        answer -> {
          GetOrderPreviewResponse preview = PREVIEW.apply(answer);
          answer.require(preview.plannedShipments(), "plannedShipments");
          return preview;
        });
  }

  /** Returns when products would arrive, to be shown before checkout; it reserves nothing. */
  public GetOffersResponse getOffers(GetOffersRequest request) {
    String operation = "getOffers";
    RequestRules.check(RequestCheck.of(operation), request);
    return api.ask(
        operation, api.url("offers"), OFFERS_QUOTA, GetOffersRequest.class, request, OFFERS);
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

  private static @Nullable String nextToken(ListOrdersResponse page) {
    Pagination pagination = page.pagination();
    return pagination == null ? null : pagination.nextToken();
  }

  private static HttpUrl.Builder withoutShipments(HttpUrl.Builder url) {
    return url.addQueryParameter("shipments", "EXCLUDE");
  }

  private HttpUrl.Builder order(String operation, String orderId) {
    RequestCheck.of(operation).knownId(orderId, "orderId");
    return api.url(ORDERS, orderId);
  }
}
