// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20260704;

import io.mcfconnector.amazon.internal.Outbound;
import io.mcfconnector.amazon.internal.Pages;
import io.mcfconnector.amazon.internal.Wire;
import io.mcfconnector.amazon.outbound.v20260704.AmazonFulfillmentOrder;
import io.mcfconnector.amazon.outbound.v20260704.FulfillmentOutboundApi;
import io.mcfconnector.amazon.outbound.v20260704.ListOrdersResponse;
import io.mcfconnector.amazon.outbound.v20260704.Pagination;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.ShippingSpeed;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fulfillment Outbound 2026-07-04. Its list holds whole orders, so nothing is read twice. */
public final class Outbound20260704 implements Outbound {

  /** Everywhere else this version refuses the request instead of previewing it. */
  private static final Set<String> COUNTRIES_WITH_PRIORITY = Set.of("CA", "IN", "MX");

  private final FulfillmentOutboundApi api;
  private final String originCountry;
  private final CreateRequestTransformer requests;
  private final PreviewTransformer previews;

  /**
   * Creates the adapter.
   *
   * @param api makes the calls
   * @param originCountry the country whose stock ships
   * @param channel where the buyers order, in Amazon's word
   */
  public Outbound20260704(FulfillmentOutboundApi api, String originCountry, String channel) {
    this.api = api;
    this.originCountry = originCountry;
    this.requests = new CreateRequestTransformer(originCountry, channel);
    this.previews = new PreviewTransformer(originCountry, channel);
  }

  @Override
  public FulfillmentPreview preview(FulfillmentOrder order) {
    if (order.speed() == ShippingSpeed.PRIORITY
        && !COUNTRIES_WITH_PRIORITY.contains(originCountry)) {
      return new FulfillmentPreview(false, null);
    }
    return PreviewTransformer.toPreview(order, api.getOrderPreview(previews.toRequest(order)));
  }

  @Override
  public CallAllowance createAllowance() {
    return api.createAllowance();
  }

  @Override
  public void create(FulfillmentOrder order) {
    // Made or only accepted: reading the order tells, and the router does that.
    api.createOrder(requests.toRequest(order));
  }

  @Override
  public FulfillmentSnapshot read(FulfillmentOrderId id) {
    return SnapshotTransformer.toSnapshot(id, api.getOrder(id.value()));
  }

  @Override
  public Stream<FulfillmentSnapshot.Change> changes(Instant since) {
    return Pages.of(
            "listOrders", token -> api.listOrders(since, token), Outbound20260704::nextToken)
        .flatMap(page -> Wire.list(page.orders()).stream())
        .flatMap(Outbound20260704::change);
  }

  @Override
  public void cancel(FulfillmentOrderId id) {
    api.cancelOrder(id.value());
  }

  private static @Nullable String nextToken(ListOrdersResponse page) {
    Pagination pagination = page.pagination();
    return pagination == null ? null : pagination.nextToken();
  }

  private static Stream<FulfillmentSnapshot.Change> change(AmazonFulfillmentOrder order) {
    return Wire.ourId(Wire.checked(order.orderId()))
        .map(
            id ->
                new FulfillmentSnapshot.Change(
                    id, Wire.time(order.statusUpdateTime()), snapshotIfReadable(id, order)))
        .stream();
  }

  /**
   * An order that cannot be read here is read by its id, if it is ours; then its error is its own.
   */
  private static @Nullable FulfillmentSnapshot snapshotIfReadable(
      FulfillmentOrderId id, AmazonFulfillmentOrder order) {
    try {
      return SnapshotTransformer.toSnapshot(id, order);
    } catch (IllegalStateException | IllegalArgumentException | ArithmeticException broken) {
      return null;
    }
  }
}
