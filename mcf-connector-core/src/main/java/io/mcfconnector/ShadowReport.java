// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.TrackingNumber;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a router would have done at one moment; see {@link Shadow}. Immutable, holds no buyer data.
 *
 * @param at when
 * @param orders every order that changed in the time looked back, those to place first
 * @param tracking parcels that the shops would have been told of
 * @param stock stock figures that would have been written
 * @param granted orders whose buyers' cancel requests would have been granted
 * @param failures what could not be looked at, in words; without any the report is complete
 */
public record ShadowReport(
    Instant at,
    List<PlannedOrder> orders,
    List<PlannedTracking> tracking,
    List<PlannedStock> stock,
    List<OrderId> granted,
    List<String> failures) {

  /** Copies the lists. */
  public ShadowReport {
    orders = List.copyOf(orders);
    tracking = List.copyOf(tracking);
    stock = List.copyOf(stock);
    granted = List.copyOf(granted);
    failures = List.copyOf(failures);
  }

  /** What would have become of an order. */
  public enum Outcome {
    /** Placed at the network. */
    PLACE,
    /** Nothing: the network has it under the same id already. */
    AT_NETWORK,
    /** Held back for now. */
    HOLD,
    /** Set aside for a person. */
    REVIEW,
    /** Left alone: it is not the router's to ship. */
    SKIP,
    /** Nothing: it is cancelled. */
    CANCELLED,
    /** Stopped at the network. */
    STOP,
    /** Looked at again: something failed on the way. */
    RETRY
  }

  /**
   * An order and what would have become of it.
   *
   * @param shop the shop
   * @param orderId the order
   * @param outcome what would have become of it
   * @param fulfillmentOrderId the id it has, or would have, at the network
   * @param units what the network would ship, by SKU; empty when that was not decided
   * @param speed the service level; absent unless it would be placed
   * @param review why a person would decide; absent unless one would
   * @param why the last finding about it
   */
  public record PlannedOrder(
      ShopId shop,
      OrderId orderId,
      Outcome outcome,
      FulfillmentOrderId fulfillmentOrderId,
      Map<Msku, Integer> units,
      @Nullable ShippingSpeed speed,
      @Nullable ReviewCode review,
      String why) {

    /** Copies the map, by SKU. */
    public PlannedOrder {
      Map<Msku, Integer> sorted = new TreeMap<>(Comparator.comparing(Msku::value));
      sorted.putAll(units);
      units = Collections.unmodifiableMap(sorted);
    }

    @Override
    public String toString() {
      return outcome
          + " "
          + orderId
          + (outcome == Outcome.PLACE ? " as " + fulfillmentOrderId + ", " + speed : "")
          + (units.isEmpty() ? "" : " " + units)
          + (review == null ? "" : " " + review)
          + ": "
          + why;
    }
  }

  /**
   * A parcel that a shop would have been told of.
   *
   * @param orderId the order
   * @param units how many of its line items are in the parcel
   * @param number its number
   * @param provider who moves it
   * @param correction whether the number would have replaced another
   */
  public record PlannedTracking(
      OrderId orderId,
      int units,
      TrackingNumber number,
      ShippingProviderId provider,
      boolean correction) {}

  /**
   * A stock figure that would have been written.
   *
   * @param shop the shop
   * @param sku the SKU on sale
   * @param warehouse the channel's id of the warehouse
   * @param shown the figure that the shop shows
   * @param wanted the figure that would have been written
   */
  public record PlannedStock(
      ShopId shop, ChannelSku sku, String warehouse, int shown, int wanted) {}

  /** Returns the orders of one outcome. */
  public List<PlannedOrder> of(Outcome outcome) {
    return orders.stream().filter(order -> order.outcome() == outcome).toList();
  }

  /** Returns the report in lines for a person. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("What would be done at ").append(at);
    Consumer<Object> line = part -> text.append(System.lineSeparator()).append(part);
    orders.forEach(line);
    tracking.forEach(
        one ->
            line.accept(
                (one.correction() ? "CORRECT " : "CONFIRM ")
                    + one.orderId()
                    + ": "
                    + one.number()
                    + ", provider "
                    + one.provider()));
    stock.forEach(
        one -> line.accept("STOCK " + one.sku().id() + ": " + one.shown() + " -> " + one.wanted()));
    granted.forEach(orderId -> line.accept("GRANT the cancellation of " + orderId));
    failures.forEach(failure -> line.accept("FAILED " + failure));
    return text.toString();
  }
}
