// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShipmentCorrection;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.tiktok.cancellation.CancelOrderRequest;
import io.mcfconnector.tiktok.fulfillment.MarkPackageAsShippedRequest;
import io.mcfconnector.tiktok.fulfillment.ShippedPackage;
import io.mcfconnector.tiktok.fulfillment.ShippingInfo;
import io.mcfconnector.tiktok.internal.CancelReasons;
import io.mcfconnector.tiktok.internal.CancelRequests;
import io.mcfconnector.tiktok.internal.ListingTransformer;
import io.mcfconnector.tiktok.internal.OrderTransformer;
import io.mcfconnector.tiktok.internal.Pages;
import io.mcfconnector.tiktok.internal.ShippingProviders;
import io.mcfconnector.tiktok.internal.StockPublisher;
import io.mcfconnector.tiktok.internal.TrackingWarnings;
import io.mcfconnector.tiktok.order.OrderApi;
import io.mcfconnector.tiktok.order.OrderFilter;
import io.mcfconnector.tiktok.product.ProductApi;
import io.mcfconnector.tiktok.product.ProductFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A TikTok Shop as the router sees it. Thread-safe. */
public final class TikTokSalesChannel implements SalesChannel {

  private final TikTokShopClient client;
  private final List<String> mcfWarehouses;
  private final Duration cancelWindow;
  private final Set<String> guardedWarehouses;
  private final @Nullable String webhookAddress;
  private final ShippingProviders providers;
  private final StockPublisher stock;

  private TikTokSalesChannel(Builder builder) {
    this.client = builder.client;
    this.mcfWarehouses = List.copyOf(builder.mcfWarehouses);
    this.cancelWindow = builder.cancelWindow;
    this.guardedWarehouses = builder.guardedWarehouses;
    this.webhookAddress = builder.webhookAddress;
    this.providers = new ShippingProviders(client.logistics(), client.clock());
    this.stock = new StockPublisher(client.products(), builder.leaveOne);
  }

  /** Returns the shop of a client, serving the orders of all its warehouses. */
  public static TikTokSalesChannel of(TikTokShopClient client) {
    return builder(client).build();
  }

  /** Starts a channel for the shop of a client, which stays the host's to close. */
  public static Builder builder(TikTokShopClient client) {
    return new Builder(client);
  }

  @Override
  public String code() {
    return "TTS";
  }

  @Override
  public ShopId shop() {
    return client.shop();
  }

  @Override
  public Set<String> servedWarehouses() {
    return Set.copyOf(mcfWarehouses);
  }

  @Override
  public Duration cancelWindow() {
    return cancelWindow;
  }

  @Override
  public Set<String> guardedWarehouses() {
    return guardedWarehouses;
  }

  @Override
  public Optional<Instant> authorizationEndsAt() {
    return client.authorizationEndsAt();
  }

  /** Looks at the shop's set-up with about a dozen reads. */
  @Override
  public List<Finding> checkUp() {
    return new ShopCheckUp(client, mcfWarehouses, guardedWarehouses, webhookAddress).run();
  }

  @Override
  public OrderPage findChanged(Instant from, Instant to, @Nullable String page) {
    return OrderTransformer.transform(
        client.orders().searchOrders(OrderFilter.changed(from, to), OrderApi.MAX_PAGE_SIZE, page),
        shop());
  }

  @Override
  public OrderPage findOrders(Collection<OrderId> ids) {
    return OrderTransformer.transform(
        client.orders().getAllOrders(ids.stream().map(OrderId::value).toList()), shop());
  }

  @Override
  public List<ShippingProvider> shippingProviders(String deliveryOptionId) {
    return providers.of(deliveryOptionId);
  }

  /**
   * Marks the package as shipped at TikTok, with exactly the line items named: of none TikTok would
   * take all units as shipped, so that is refused.
   */
  @Override
  public ShipmentConfirmation.Receipt confirmShipment(ShipmentConfirmation confirmation) {
    try {
      ShippedPackage shipped =
          client
              .fulfillment()
              .markPackageAsShipped(
                  confirmation.orderId().value(),
                  new MarkPackageAsShippedRequest(
                      confirmation.number().value(),
                      confirmation.provider().value(),
                      confirmation.lineItems().stream().map(LineItemId::value).toList()));
      ShippedPackage.Warning warning = shipped.warning();
      return new ShipmentConfirmation.Receipt(
          shipped.packageId(), warning == null ? null : TrackingWarnings.of(warning.message()));
    } catch (ApiException problem) {
      doubtProviders(problem);
      throw problem;
    }
  }

  @Override
  public void correctShipment(ShipmentCorrection correction) {
    try {
      client
          .fulfillment()
          .updatePackageShippingInfo(
              correction.channelPackageId(),
              new ShippingInfo(correction.number().value(), correction.provider().value()));
    } catch (ApiException problem) {
      doubtProviders(problem);
      throw problem;
    }
  }

  /** A number or provider that is refused may mean that the list has changed. */
  private void doubtProviders(ApiException problem) {
    if (problem.reviewCode().filter(ReviewCode.TRACKING_REFUSED::equals).isPresent()) {
      providers.forget();
    }
  }

  @Override
  public List<CancelRequest> cancelRequests(Collection<OrderId> ids) {
    return CancelRequests.read(client.cancellations(), ids);
  }

  @Override
  public void approve(CancelRequest request) {
    client.cancellations().approveCancellation(request.id(), request.id());
  }

  /**
   * Cancels the order at TikTok, with the seller's reason of the US for its status.
   *
   * @throws ApiException also, of kind {@code REFUSED}, when TikTok has no such reason for an order
   *     that is not paid
   */
  @Override
  public void cancel(Order order, CancelReason reason) {
    // Its answer only says that TikTok began; the order tells what came of it.
    client
        .cancellations()
        .cancelOrder(CancelOrderRequest.whole(order.id().value(), CancelReasons.of(order, reason)));
  }

  @Override
  public Stream<Listing> listings() {
    return Pages.stream(
            "searchProducts",
            token ->
                client
                    .products()
                    .searchProducts(ProductFilter.onSale(), ProductApi.MAX_PAGE_SIZE, token),
            page -> page)
        .flatMap(page -> ListingTransformer.transform(page).stream());
  }

  @Override
  public List<Listing> stockOf(Collection<Listing> listings) {
    return ListingTransformer.withStock(
        listings,
        client
            .products()
            .getInventory(listings.stream().map(listing -> listing.sku().id().value()).toList()));
  }

  @Override
  public @Nullable String warehouseOf(Listing listing) {
    Set<String> warehouses = listing.quantities().keySet();
    if (mcfWarehouses.isEmpty()) {
      return warehouses.size() == 1 ? warehouses.iterator().next() : null;
    }
    return mcfWarehouses.stream().filter(warehouses::contains).findFirst().orElse(null);
  }

  @Override
  public List<Listing.Refusal> publishStock(Collection<Listing.StockLevel> levels) {
    return stock.publish(levels);
  }

  @Override
  public String toString() {
    return "TikTokSalesChannel[shop " + shop() + "]";
  }

  /** Collects the options of a {@link TikTokSalesChannel}. Not thread-safe. */
  public static final class Builder {
    private final TikTokShopClient client;
    private List<String> mcfWarehouses = List.of();
    private Duration cancelWindow = Duration.ZERO;
    private Set<String> guardedWarehouses = Set.of();
    private @Nullable String webhookAddress;
    private boolean leaveOne;

    private Builder(TikTokShopClient client) {
      this.client = client;
    }

    /**
     * Limits the channel to these warehouses of TikTok: only their orders are routed and only their
     * stock is published. All orders, and the stock of listings with a single warehouse, unless
     * set.
     *
     * @param ids warehouse ids; where a listing has several of them, the first counts
     */
    public Builder mcfWarehouses(Collection<String> ids) {
      this.mcfWarehouses = List.copyOf(ids);
      return this;
    }

    /**
     * Sets for how long after payment the shop approves cancellations by itself, as set in Seller
     * Center; not at all unless set. Orders wait at least as long.
     */
    public Builder cancelWindow(Duration window) {
      this.cancelWindow = window;
      return this;
    }

    /**
     * Names the warehouses that were set up at TikTok as MCF warehouses. TikTok switches one off,
     * for good, after five parcels with numbers that are not Amazon's: for their orders only
     * Amazon's own numbers are sent, others wait for a person. None unless set.
     */
    public Builder guardedWarehouses(Collection<String> ids) {
      this.guardedWarehouses = Set.copyOf(ids);
      return this;
    }

    /**
     * Names the address at which the host hears TikTok's webhooks, such as {@code
     * https://shop.example.com/webhooks/tiktok}. Only {@link TikTokSalesChannel#checkUp} reads it,
     * to compare it with the subscriptions; these are not looked at unless set.
     */
    public Builder webhookAddress(String address) {
      this.webhookAddress = address;
      return this;
    }

    /**
     * Sets what happens when TikTok takes no zero for a listing: its figure becomes 1, so that no
     * more than one unit too many can be sold. Unless set it stays as it was. Either way the
     * refusal is told.
     */
    public Builder leaveOneWhenZeroIsRefused(boolean leaveOne) {
      this.leaveOne = leaveOne;
      return this;
    }

    /** Returns the channel. */
    public TikTokSalesChannel build() {
      return new TikTokSalesChannel(this);
    }
  }
}
