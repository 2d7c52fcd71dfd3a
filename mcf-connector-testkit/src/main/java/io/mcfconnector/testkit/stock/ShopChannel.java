// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShipmentCorrection;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SalesChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A shop as the router reaches it. Nothing ships in a market's few hours, so nobody confirms or
 * cancels; such calls are refused. Used by one thread.
 */
final class ShopChannel implements SalesChannel {

  private static final String WAREHOUSE = "MCF";
  private static final int PAGE_SIZE = 100;

  private final Shopfront shop;
  private final MarketTime time;

  ShopChannel(Shopfront shop, MarketTime time) {
    this.shop = shop;
    this.time = time;
  }

  @Override
  public String code() {
    return "TTS";
  }

  @Override
  public ShopId shop() {
    return shop.id();
  }

  @Override
  public Set<String> servedWarehouses() {
    return Set.of();
  }

  @Override
  public OrderPage findChanged(Instant from, Instant to, @Nullable String page) {
    return time.call(
        () -> {
          Instant now = time.now();
          List<Sale> changed = shop.changed(from, to, now);
          int start = Math.min(page == null ? 0 : Integer.parseInt(page), changed.size());
          int end = Math.min(start + PAGE_SIZE, changed.size());
          List<Order> orders =
              changed.subList(start, end).stream().map(sale -> sale.order(now)).toList();
          String next = end < changed.size() ? Integer.toString(end) : null;
          return new OrderPage(orders, List.of(), next);
        });
  }

  @Override
  public OrderPage findOrders(Collection<OrderId> ids) {
    return time.call(
        () -> {
          Instant now = time.now();
          List<Order> orders =
              ids.stream()
                  .map(shop::sale)
                  .flatMap(Optional::stream)
                  .map(sale -> sale.order(now))
                  .toList();
          return new OrderPage(orders, List.of(), null);
        });
  }

  @Override
  public List<ShippingProvider> shippingProviders(String deliveryOptionId) {
    throw refused("shippingProviders");
  }

  @Override
  public ShipmentConfirmation.Receipt confirmShipment(ShipmentConfirmation confirmation) {
    throw refused("confirmShipment");
  }

  @Override
  public void correctShipment(ShipmentCorrection correction) {
    throw refused("correctShipment");
  }

  @Override
  public List<CancelRequest> cancelRequests(Collection<OrderId> ids) {
    return List.of();
  }

  @Override
  public void approve(CancelRequest request) {
    throw refused("approve");
  }

  @Override
  public void cancel(Order order, CancelReason reason) {
    throw refused("cancel");
  }

  private static ApiException refused(String operation) {
    return ApiException.builder(operation, FailureKind.REFUSED)
        .detail("the shops of a stock simulation neither ship nor cancel")
        .build();
  }

  @Override
  public Stream<Listing> listings() {
    return time.call(this::shown).stream();
  }

  private List<Listing> shown() {
    List<Listing> listings = new ArrayList<>();
    shop.shown().forEach((msku, quantity) -> listings.add(listing(msku, quantity)));
    return listings;
  }

  private static Listing listing(Msku msku, int quantity) {
    return new Listing("PRODUCT-" + msku, Shopfront.channelSku(msku), Map.of(WAREHOUSE, quantity));
  }

  @Override
  public String warehouseOf(Listing listing) {
    return WAREHOUSE;
  }

  /** Writes one product after the other, as TikTok does: each has a call of its own. */
  @Override
  public List<Listing.Refusal> publishStock(Collection<Listing.StockLevel> levels) {
    for (Listing.StockLevel level : levels) {
      SellerSku sellerSku = Objects.requireNonNull(level.listing().sku().sellerSku());
      time.call(
          () -> {
            shop.write(Msku.of(sellerSku.value()), level.quantity());
            return level;
          });
    }
    return List.of();
  }
}
