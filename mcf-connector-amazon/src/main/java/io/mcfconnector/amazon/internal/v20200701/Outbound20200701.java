// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20200701;

import io.mcfconnector.amazon.internal.Outbound;
import io.mcfconnector.amazon.internal.Pages;
import io.mcfconnector.amazon.internal.Wire;
import io.mcfconnector.amazon.outbound.v20200701.AmazonFulfillmentOrder;
import io.mcfconnector.amazon.outbound.v20200701.FulfillmentOutboundApi;
import io.mcfconnector.amazon.outbound.v20200701.ListAllFulfillmentOrdersResult;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentSnapshot.Change.Phase;
import io.mcfconnector.model.ListedOrder;
import java.time.Instant;
import java.util.stream.Stream;

/** Fulfillment Outbound 2020-07-01. Its list has no lines, so changed orders must be read. */
public final class Outbound20200701 implements Outbound {

  private final FulfillmentOutboundApi api;
  private final CreateRequestTransformer requests;
  private final PreviewTransformer previews;

  /**
   * Creates the adapter.
   *
   * @param api makes the calls
   * @param marketplaceId the marketplace whose stock ships
   */
  public Outbound20200701(FulfillmentOutboundApi api, String marketplaceId) {
    this.api = api;
    this.requests = new CreateRequestTransformer(marketplaceId);
    this.previews = new PreviewTransformer(marketplaceId);
  }

  @Override
  public FulfillmentPreview preview(FulfillmentOrder order) {
    return PreviewTransformer.toPreview(
        order, api.getFulfillmentPreview(previews.toRequest(order)));
  }

  @Override
  public CallAllowance createAllowance() {
    return api.createAllowance();
  }

  @Override
  public void create(FulfillmentOrder order) {
    api.createFulfillmentOrder(requests.toRequest(order));
  }

  @Override
  public FulfillmentSnapshot read(FulfillmentOrderId id) {
    return SnapshotTransformer.toSnapshot(api.getFulfillmentOrder(id.value()));
  }

  @Override
  public FulfillmentSnapshot readWithDelivery(FulfillmentOrderId id) {
    return Deliveries.complete(read(id), api);
  }

  @Override
  public Stream<FulfillmentSnapshot.Change> changes(Instant since) {
    return Pages.of(
            "listAllFulfillmentOrders",
            token -> api.listAllFulfillmentOrders(since, token),
            ListAllFulfillmentOrdersResult::nextToken)
        .flatMap(page -> Wire.list(page.fulfillmentOrders()).stream())
        .flatMap(Outbound20200701::change);
  }

  /**
   * Returns the names of the orders changed at or after a time, those of other tools included. Only
   * this version shows the order number that the recipient sees.
   */
  public Stream<ListedOrder> names(Instant since) {
    return api.listAllFulfillmentOrders(since)
        .map(
            order ->
                new ListedOrder(
                    Wire.checked(order.sellerFulfillmentOrderId()), order.displayableOrderId()));
  }

  @Override
  public void cancel(FulfillmentOrderId id) {
    api.cancelFulfillmentOrder(id.value());
  }

  private static Stream<FulfillmentSnapshot.Change> change(AmazonFulfillmentOrder order) {
    return Wire.ourId(Wire.checked(order.sellerFulfillmentOrderId()))
        .map(
            id ->
                new FulfillmentSnapshot.Change(
                    id,
                    Wire.time(order.statusUpdatedDate()),
                    null,
                    phase(String.valueOf(order.fulfillmentOrderStatus()))))
        .stream();
  }

  private static Phase phase(String status) {
    return switch (status) {
      case "New", "Received", "Planning" -> Phase.WAITING;
      case "Processing" -> Phase.PACKING;
      case "Complete" -> Phase.SHIPPED;
      default -> Phase.UNTOLD;
    };
  }
}
