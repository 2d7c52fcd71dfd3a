// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShipmentCorrection;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SalesChannel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A shop as the records name it. Nothing can be called there, so no credentials are needed.
 *
 * @param shop its id
 */
record RecordedShop(ShopId shop) implements SalesChannel {

  @Override
  public String code() {
    return "TTS";
  }

  @Override
  public Set<String> servedWarehouses() {
    return Set.of();
  }

  @Override
  public OrderPage findChanged(Instant from, Instant to, @Nullable String page) {
    throw noCalls();
  }

  @Override
  public OrderPage findOrders(Collection<OrderId> ids) {
    throw noCalls();
  }

  @Override
  public List<ShippingProvider> shippingProviders(String deliveryOptionId) {
    throw noCalls();
  }

  @Override
  public ShipmentConfirmation.Receipt confirmShipment(ShipmentConfirmation confirmation) {
    throw noCalls();
  }

  @Override
  public void correctShipment(ShipmentCorrection correction) {
    throw noCalls();
  }

  @Override
  public List<CancelRequest> cancelRequests(Collection<OrderId> ids) {
    throw noCalls();
  }

  @Override
  public void approve(CancelRequest request) {
    throw noCalls();
  }

  @Override
  public void cancel(Order order, CancelReason reason) {
    throw noCalls();
  }

  @Override
  public Stream<Listing> listings() {
    throw noCalls();
  }

  @Override
  public @Nullable String warehouseOf(Listing listing) {
    throw noCalls();
  }

  @Override
  public List<Listing.Refusal> publishStock(Collection<Listing.StockLevel> levels) {
    throw noCalls();
  }

  private static UnsupportedOperationException noCalls() {
    return new UnsupportedOperationException("commands that look at the records call no platform");
  }
}
