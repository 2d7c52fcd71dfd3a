// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShipmentCorrection;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One shop where buyers order.
 *
 * <p>Contract:
 *
 * <ol>
 *   <li>Every method throws {@code ApiException} when the platform call fails; nothing is
 *       swallowed.
 *   <li>Reads may be repeated at will. {@link #confirmShipment}, {@link #correctShipment}, {@link
 *       #cancel} and {@link #approve} are sent at most once for each call of the method; when the
 *       outcome is uncertain they throw and do not try again.
 *   <li>An order that cannot be read is reported in {@link OrderPage#unreadable()} and hides no
 *       other.
 *   <li>Implementations are safe for use by many threads.
 * </ol>
 */
public interface SalesChannel {

  /** Returns the short code that starts every fulfillment order id, such as {@code TTS}. */
  String code();

  /** Returns the shop. */
  ShopId shop();

  /**
   * Returns the channel's ids of the warehouses whose orders and stock this router serves; empty =
   * all.
   */
  Set<String> servedWarehouses();

  /**
   * Returns for how long after payment the shop approves the buyer's cancellation by itself; an
   * order waits at least as long. Zero when it does not.
   */
  default Duration cancelWindow() {
    return Duration.ZERO;
  }

  /**
   * Returns the channel's ids of the warehouses that it switches off when their parcels get numbers
   * that are not the network's own. The router sends no other number for their orders.
   */
  default Set<String> guardedWarehouses() {
    return Set.of();
  }

  /**
   * Returns when the seller's authorization ends; empty when it does not or nobody knows. Calls
   * nothing.
   */
  default Optional<Instant> authorizationEndsAt() {
    return Optional.empty();
  }

  /**
   * Returns what is wrong, and what is right, about the set-up of the shop: credentials, rights,
   * warehouses, carriers. Reads only, with few calls; what the platform refuses is a finding and no
   * exception. Nothing unless the channel can tell.
   */
  default List<Finding> checkUp() {
    return List.of();
  }

  /**
   * Returns orders changed in a time window, oldest change first. Pages may overlap and repeat
   * orders.
   *
   * @param from start of the window, inclusive
   * @param to end of the window, exclusive
   * @param page {@code null} for the first page, then {@link OrderPage#nextPage()}
   */
  OrderPage findChanged(Instant from, Instant to, @Nullable String page);

  /**
   * Returns the orders with these ids as they are now, in any order; those the channel does not
   * show are absent.
   */
  OrderPage findOrders(Collection<OrderId> ids);

  /**
   * Returns the carriers that the channel accepts for a delivery option; may be cached for hours.
   */
  List<ShippingProvider> shippingProviders(String deliveryOptionId);

  /** Tells the channel that units are shipped. Not idempotent: read the order before a repeat. */
  ShipmentConfirmation.Receipt confirmShipment(ShipmentConfirmation confirmation);

  /**
   * Gives a parcel another number. Channels limit how often and for how long; one that is spent is
   * an {@code ApiException} with review code {@code CORRECTION_SPENT}. Read the order before a
   * repeat.
   */
  void correctShipment(ShipmentCorrection correction);

  /** Returns the buyers' requests to cancel these orders that nobody answered yet. */
  List<CancelRequest> cancelRequests(Collection<OrderId> ids);

  /**
   * Grants a buyer's request. Granting it twice does no more than granting it once. That the call
   * returns is no proof: the order, read afterwards, is.
   */
  void approve(CancelRequest request);

  /**
   * Cancels a whole order for the seller, which tells the buyer. Not idempotent: read the order
   * before a repeat. That the call returns is no proof: the order, read afterwards, is.
   *
   * @param order as read just now
   */
  void cancel(Order order, CancelReason reason);

  /** Returns everything on sale, page by page as it is consumed. */
  Stream<Listing> listings();

  /**
   * Returns listings with the stock that the channel shows for them now, in any order; those that
   * are not on sale any more may be absent. Searches all of {@link #listings()} unless overridden.
   */
  default List<Listing> stockOf(Collection<Listing> listings) {
    Set<ChannelSkuId> wanted =
        listings.stream().map(listing -> listing.sku().id()).collect(Collectors.toSet());
    try (Stream<Listing> all = listings()) {
      return all.filter(listing -> wanted.contains(listing.sku().id())).toList();
    }
  }

  /**
   * Returns the warehouse whose stock this router publishes for a listing; {@code null} when the
   * listing has none of them, so that its stock is left alone.
   */
  @Nullable String warehouseOf(Listing listing);

  /**
   * Writes absolute stock figures.
   *
   * @return the figures that the channel did not take; the others are written
   */
  List<Listing.Refusal> publishStock(Collection<Listing.StockLevel> levels);
}
