// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import io.mcfconnector.amazon.internal.WireCheck;
import io.mcfconnector.transport.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must contain for us to work with it. That is less than the official model
 * requires: fields that we do not read may be missing.
 */
final class RequiredFields {

  private static final int LONGEST_SKU = 50;

  private RequiredFields() {}

  static AmazonFulfillmentOrder check(
      Answer answer, @Nullable AmazonFulfillmentOrder answered, String id) {
    WireCheck root = WireCheck.of(answer);
    AmazonFulfillmentOrder order = root.required(answered, "order");
    root.in("order").same(id, order.orderId(), "orderId");
    order(root.in("order"), order);
    return order;
  }

  /** Of each order only the id: one that is broken, perhaps of another tool, hides no other. */
  static ListOrdersResponse check(Answer answer, ListOrdersResponse page) {
    WireCheck root = WireCheck.of(answer);
    root.required(page.orders(), "orders");
    root.each(page.orders(), "orders", (at, order) -> at.text(order.orderId(), "orderId"));
    return page;
  }

  private static void order(WireCheck at, AmazonFulfillmentOrder order) {
    at.text(order.orderId(), "orderId");
    at.optionalText(order.status(), "status");
    at.required(order.lineItems(), "lineItems");
    at.each(order.lineItems(), "lineItems", RequiredFields::lineItem);
    at.each(order.shipments(), "shipments", RequiredFields::shipment);
  }

  private static void lineItem(WireCheck at, OrderLineItem item) {
    at.text(item.lineItemId(), "lineItemId");
    OrderProduct product = at.required(item.product(), "product");
    WireCheck atProduct = at.in("product");
    ProductIdentifier identifier =
        atProduct.required(product.productIdentifier(), "productIdentifier");
    atProduct.in("productIdentifier").text(identifier.amazonSku(), LONGEST_SKU, "amazonSku");
    units(at, at.required(item.amount(), "amount"), "amount");
    units(at, item.cancelledAmount(), "cancelledAmount");
    units(at, item.unfulfillableAmount(), "unfulfillableAmount");
  }

  private static void shipment(WireCheck at, AmazonShipment shipment) {
    at.text(shipment.amazonShipmentId(), "amazonShipmentId");
    at.text(shipment.status(), "status");
    at.each(shipment.items(), "items", RequiredFields::content);
    at.each(shipment.packages(), "packages", RequiredFields::parcel);
  }

  private static void content(WireCheck at, ShipmentItem item) {
    at.text(item.lineItemId(), "lineItemId");
    units(at, at.required(item.amount(), "amount"), "amount");
  }

  private static void parcel(WireCheck at, AmazonPackage parcel) {
    at.text(parcel.packageId(), "packageId");
    at.each(parcel.shipmentItemIds(), "shipmentItemIds", (element, id) -> {});
    Tracking tracking = parcel.tracking();
    if (tracking == null) {
      return;
    }
    WireCheck atTracking = at.in("tracking");
    CarrierTracking carrier = tracking.carrier();
    if (carrier != null) {
      atTracking.in("carrier").optionalText(carrier.carrierCode(), "carrierCode");
      atTracking.in("carrier").optionalText(carrier.trackingNumber(), "trackingNumber");
    }
    AmazonTracking amazon = tracking.amazon();
    if (amazon != null) {
      atTracking.in("amazon").optionalText(amazon.trackingNumber(), "trackingNumber");
    }
  }

  private static void units(WireCheck at, @Nullable Amount amount, String field) {
    if (amount == null) {
      return;
    }
    try {
      amount.units();
    } catch (ArithmeticException e) {
      throw at.unreadable(field + ".value", "not a whole number of units");
    }
  }
}
