// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

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
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Fulfillment Outbound 2020-07-01. Hosts get it from {@code SellingPartnerClient}. Thread-safe.
 *
 * <p>Every method makes one call within Amazon's limit of 2 calls a second (5 for {@link
 * #deliveryOffers}), 30 at once, for each operation, and throws {@link ApiException} when it fails.
 * Requests that Amazon's model forbids are {@code REFUSED} without a call; the message names field
 * and rule. Reads are repeated on their own after a failure that may pass; {@link
 * #createFulfillmentOrder}, {@link #updateFulfillmentOrder} and {@link #cancelFulfillmentOrder} are
 * not.
 */
public final class FulfillmentOutboundApi {

  static final Quota QUOTA = new Quota(2, 30);
  private static final Quota OFFERS_QUOTA = new Quota(5, 30);
  private static final String CREATE = "createFulfillmentOrder";
  private static final String ORDERS = "fulfillmentOrders";
  private static final String ORDER_ID = "sellerFulfillmentOrderId";

  private static final Function<Answer, GetFulfillmentOrderResponse> ORDER =
      Json.decoder(GetFulfillmentOrderResponse.class);
  private static final Function<Answer, ListAllFulfillmentOrdersResponse> ORDER_PAGE =
      Json.decoder(ListAllFulfillmentOrdersResponse.class);
  private static final Function<Answer, GetFulfillmentPreviewResponse> PREVIEW =
      Json.decoder(GetFulfillmentPreviewResponse.class);
  private static final Function<Answer, GetPackageTrackingDetailsResponse> TRACKING =
      Json.decoder(GetPackageTrackingDetailsResponse.class);
  private static final Function<Answer, GetDeliveryOffersResponse> OFFERS =
      Json.decoder(GetDeliveryOffersResponse.class);

  private final Endpoint api;
  private final HttpUrl orders;
  private final FeatureApi features;
  private final ReturnApi returns;
  private final FulfillmentOutboundSandboxApi sandbox;

  /**
   * Creates the API of one seller.
   *
   * @param transport signs and sends
   * @param endpoint the region's endpoint
   */
  public FulfillmentOutboundApi(Transport transport, URI endpoint) {
    this.api = new Endpoint(transport, endpoint, "fba/outbound/2020-07-01");
    this.orders = api.url(ORDERS).build();
    this.features = new FeatureApi(api);
    this.returns = new ReturnApi(api);
    this.sandbox = new FulfillmentOutboundSandboxApi(api);
  }

  /** Returns the calls about blank boxes and other special wishes. */
  public FeatureApi features() {
    return features;
  }

  /** Returns the calls about units that come back. */
  public ReturnApi returns() {
    return returns;
  }

  /** Returns the calls that only Amazon's sandbox knows. */
  public FulfillmentOutboundSandboxApi sandbox() {
    return sandbox;
  }

  /** Returns what the quota of {@link #createFulfillmentOrder} lets through now; calls nothing. */
  public CallAllowance createAllowance() {
    return api.allowance(CREATE, QUOTA);
  }

  /**
   * Asks Amazon to ship. Amazon returns nothing: read the order to see it.
   *
   * @throws ApiException {@code ALREADY_DONE} when the id is taken; {@code isUncertain()} when the
   *     order may exist all the same
   */
  public void createFulfillmentOrder(CreateFulfillmentOrderRequest request) {
    String operation = CREATE;
    RequestRules.check(RequestCheck.of(operation), request);
    api.write(
        operation,
        "POST",
        orders,
        QUOTA,
        CreateFulfillmentOrderRequest.class,
        request,
        Endpoint::acknowledged);
  }

  /**
   * Returns an order with its lines, shipments and returns.
   *
   * @throws ApiException {@code NOT_FOUND} when Amazon has no such order
   */
  public GetFulfillmentOrderResult getFulfillmentOrder(String sellerFulfillmentOrderId) {
    String operation = "getFulfillmentOrder";
    return api.read(
        operation,
        order(operation, sellerFulfillmentOrderId),
        QUOTA,
        answer ->
            RequiredFields.check(answer, ORDER.apply(answer).payload(), sellerFulfillmentOrderId));
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
        api.url(ORDERS).addQueryParameter("queryStartDate", queryStartDate.toString());
    if (nextToken != null) {
      url.addQueryParameter("nextToken", nextToken);
    }
    return api.read(
        "listAllFulfillmentOrders",
        url,
        QUOTA,
        answer -> RequiredFields.check(answer, ORDER_PAGE.apply(answer).payload()));
  }

  /**
   * Returns the orders that were made or changed at or after a time, without lines and shipments.
   * Each page is read when its turn comes; a page token that comes twice ends the stream with an
   * {@link ApiException}.
   */
  public Stream<AmazonFulfillmentOrder> listAllFulfillmentOrders(Instant queryStartDate) {
    return Pages.of(
            "listAllFulfillmentOrders",
            token -> listAllFulfillmentOrders(queryStartDate, token),
            ListAllFulfillmentOrdersResult::nextToken)
        .flatMap(page -> orEmpty(page.fulfillmentOrders()).stream());
  }

  /** Changes an order on hold, or lets it go with the action {@code Ship}. */
  public void updateFulfillmentOrder(
      String sellerFulfillmentOrderId, UpdateFulfillmentOrderRequest request) {
    String operation = "updateFulfillmentOrder";
    HttpUrl.Builder url = order(operation, sellerFulfillmentOrderId);
    RequestRules.check(RequestCheck.of(operation), request);
    api.write(
        operation,
        "PUT",
        url,
        QUOTA,
        UpdateFulfillmentOrderRequest.class,
        request,
        Endpoint::acknowledged);
  }

  /**
   * Asks Amazon to stop; it does so before picking begins. The truth is the order read afterwards.
   */
  public void cancelFulfillmentOrder(String sellerFulfillmentOrderId) {
    String operation = "cancelFulfillmentOrder";
    api.act(
        operation,
        "PUT",
        order(operation, sellerFulfillmentOrderId).addPathSegment("cancel"),
        QUOTA);
  }

  /** Returns what Amazon could ship, and when, and for how much; it reserves nothing. */
  public GetFulfillmentPreviewResult getFulfillmentPreview(GetFulfillmentPreviewRequest request) {
    String operation = "getFulfillmentPreview";
    RequestRules.check(RequestCheck.of(operation), request);
    return api.ask(
        operation,
        api.url(ORDERS, "preview"),
        QUOTA,
        GetFulfillmentPreviewRequest.class,
        request,
        answer -> answer.require(PREVIEW.apply(answer).payload(), "payload"));
  }

  /**
   * Returns where a parcel is.
   *
   * @param packageNumber the number of a {@link FulfillmentShipmentPackage}
   */
  public PackageTrackingDetails getPackageTrackingDetails(int packageNumber) {
    HttpUrl.Builder url =
        api.url("tracking").addQueryParameter("packageNumber", Integer.toString(packageNumber));
    return api.read(
        "getPackageTrackingDetails",
        url,
        QUOTA,
        answer -> answer.require(TRACKING.apply(answer).payload(), "payload"));
  }

  /** Returns when a product would arrive, to be shown before checkout; it reserves nothing. */
  public GetDeliveryOffersResult deliveryOffers(GetDeliveryOffersRequest request) {
    String operation = "deliveryOffers";
    RequestRules.check(RequestCheck.of(operation), request);
    return api.ask(
        operation,
        api.url(operation),
        OFFERS_QUOTA,
        GetDeliveryOffersRequest.class,
        request,
        answer -> answer.require(OFFERS.apply(answer).payload(), "payload"));
  }

  private HttpUrl.Builder order(String operation, String sellerFulfillmentOrderId) {
    RequestCheck.of(operation).knownId(sellerFulfillmentOrderId, ORDER_ID);
    return api.url(ORDERS, sellerFulfillmentOrderId);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> array) {
    return array == null ? List.of() : array;
  }
}
