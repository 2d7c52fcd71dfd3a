// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShipmentCorrection;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SalesChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shop that is read, while what would be written is noted and goes nowhere. Thread-safe. */
public final class ShadowChannel implements SalesChannel {

  private final SalesChannel real;
  private final List<ShipmentConfirmation> confirmed =
      Collections.synchronizedList(new ArrayList<>());
  private final List<ShipmentCorrection> corrected =
      Collections.synchronizedList(new ArrayList<>());
  private final List<CancelRequest> approved = Collections.synchronizedList(new ArrayList<>());
  private final List<OrderId> cancelled = Collections.synchronizedList(new ArrayList<>());
  private final List<Listing.StockLevel> published =
      Collections.synchronizedList(new ArrayList<>());

  /** Creates the shadow of a shop. */
  public ShadowChannel(SalesChannel real) {
    this.real = real;
  }

  /** Returns the parcels that the shop would have been told of. */
  public List<ShipmentConfirmation> confirmed() {
    return List.copyOf(confirmed);
  }

  /** Returns the numbers that would have been corrected. */
  public List<ShipmentCorrection> corrected() {
    return List.copyOf(corrected);
  }

  /** Returns the buyers' requests that would have been granted. */
  public List<CancelRequest> approved() {
    return List.copyOf(approved);
  }

  /** Returns the orders that would have been cancelled for the seller. */
  public List<OrderId> cancelled() {
    return List.copyOf(cancelled);
  }

  /** Returns the stock figures that would have been written. */
  public List<Listing.StockLevel> published() {
    return List.copyOf(published);
  }

  @Override
  public ShipmentConfirmation.Receipt confirmShipment(ShipmentConfirmation confirmation) {
    confirmed.add(confirmation);
    return new ShipmentConfirmation.Receipt(null, null);
  }

  @Override
  public void correctShipment(ShipmentCorrection correction) {
    corrected.add(correction);
  }

  @Override
  public void approve(CancelRequest request) {
    approved.add(request);
  }

  @Override
  public void cancel(Order order, CancelReason reason) {
    cancelled.add(order.id());
  }

  @Override
  public List<Listing.Refusal> publishStock(Collection<Listing.StockLevel> levels) {
    published.addAll(levels);
    return List.of();
  }

  @Override
  public String code() {
    return real.code();
  }

  @Override
  public ShopId shop() {
    return real.shop();
  }

  @Override
  public Set<String> servedWarehouses() {
    return real.servedWarehouses();
  }

  @Override
  public Duration cancelWindow() {
    return real.cancelWindow();
  }

  @Override
  public Set<String> guardedWarehouses() {
    return real.guardedWarehouses();
  }

  @Override
  public Optional<Instant> authorizationEndsAt() {
    return real.authorizationEndsAt();
  }

  @Override
  public List<Finding> checkUp() {
    return real.checkUp();
  }

  @Override
  public OrderPage findChanged(Instant from, Instant to, @Nullable String page) {
    return real.findChanged(from, to, page);
  }

  @Override
  public OrderPage findOrders(Collection<OrderId> ids) {
    return real.findOrders(ids);
  }

  @Override
  public List<ShippingProvider> shippingProviders(String deliveryOptionId) {
    return real.shippingProviders(deliveryOptionId);
  }

  @Override
  public List<CancelRequest> cancelRequests(Collection<OrderId> ids) {
    return real.cancelRequests(ids);
  }

  @Override
  public Stream<Listing> listings() {
    return real.listings();
  }

  @Override
  public List<Listing> stockOf(Collection<Listing> listings) {
    return real.stockOf(listings);
  }

  @Override
  public @Nullable String warehouseOf(Listing listing) {
    return real.warehouseOf(listing);
  }
}
