// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import io.mcfconnector.amazon.internal.WireCheck;
import io.mcfconnector.transport.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must contain for us to work with it. That is less than the official model
 * requires: Amazon itself leaves out {@code marketplaceId}, for example.
 */
final class RequiredFields {

  private static final int LONGEST_SKU = 50;

  private RequiredFields() {}

  static GetFulfillmentOrderResult check(
      Answer answer, @Nullable GetFulfillmentOrderResult payload, String id) {
    WireCheck root = WireCheck.of(answer);
    GetFulfillmentOrderResult result = root.required(payload, "payload");
    WireCheck at = root.in("payload");
    AmazonFulfillmentOrder order = at.required(result.fulfillmentOrder(), "fulfillmentOrder");
    WireCheck atOrder = at.in("fulfillmentOrder");
    atOrder.same(id, order.sellerFulfillmentOrderId(), "sellerFulfillmentOrderId");
    atOrder.text(order.fulfillmentOrderStatus(), "fulfillmentOrderStatus");
    at.required(result.fulfillmentOrderItems(), "fulfillmentOrderItems");
    at.each(result.fulfillmentOrderItems(), "fulfillmentOrderItems", RequiredFields::item);
    at.each(result.fulfillmentShipments(), "fulfillmentShipments", RequiredFields::shipment);
    return result;
  }

  static ListAllFulfillmentOrdersResult check(
      Answer answer, @Nullable ListAllFulfillmentOrdersResult payload) {
    WireCheck root = WireCheck.of(answer);
    ListAllFulfillmentOrdersResult page = root.required(payload, "payload");
    root.in("payload")
        .each(
            page.fulfillmentOrders(),
            "fulfillmentOrders",
            (at, order) -> at.text(order.sellerFulfillmentOrderId(), "sellerFulfillmentOrderId"));
    return page;
  }

  private static void item(WireCheck at, AmazonFulfillmentOrderItem item) {
    at.text(item.sellerFulfillmentOrderItemId(), "sellerFulfillmentOrderItemId");
    at.text(item.sellerSku(), LONGEST_SKU, "sellerSku");
    at.units(item.quantity(), "quantity");
  }

  private static void shipment(WireCheck at, FulfillmentShipment shipment) {
    at.text(shipment.amazonShipmentId(), "amazonShipmentId");
    at.text(shipment.fulfillmentShipmentStatus(), "fulfillmentShipmentStatus");
    at.each(shipment.items(), "fulfillmentShipmentItem", RequiredFields::content);
    at.each(shipment.packages(), "fulfillmentShipmentPackage", RequiredFields::parcel);
  }

  private static void content(WireCheck at, FulfillmentShipmentItem item) {
    at.text(item.sellerFulfillmentOrderItemId(), "sellerFulfillmentOrderItemId");
    at.units(item.quantity(), "quantity");
  }

  private static void parcel(WireCheck at, FulfillmentShipmentPackage parcel) {
    at.text(parcel.packageNumber(), "packageNumber");
    at.optionalText(parcel.carrierCode(), "carrierCode");
    at.optionalText(parcel.trackingNumber(), "trackingNumber");
    at.optionalText(parcel.amazonFulfillmentTrackingNumber(), "amazonFulfillmentTrackingNumber");
  }
}
