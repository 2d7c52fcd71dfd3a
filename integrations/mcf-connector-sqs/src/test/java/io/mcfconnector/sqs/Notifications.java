// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

/** Notifications as Amazon sends them. */
final class Notifications {

  static final String SELLER = "A3EXAMPLESELLER";
  static final String MARKETPLACE = "ATVPDKIKX0DER";

  private static final String ORDER =
      """
      {"NotificationVersion":"1.0","NotificationType":"FULFILLMENT_ORDER_STATUS","PayloadVersion":"1.0",
       "EventTime":"2026-09-03T02:12:44.000Z",
       "Payload":{"FulfillmentOrderStatusNotification":{"SellerId":"%s","EventType":"Shipment",
        "StatusUpdatedDateTime":"2026-09-03T02:12:40Z","SellerFulfillmentOrderId":"%s",
        "FulfillmentOrderStatus":"Processing",
        "FulfillmentShipment":{"FulfillmentShipmentStatus":"Shipped","AmazonShipmentId":"Dx7Kq2",
         "EstimatedArrivalDateTime":"2026-09-06T03:00:00Z",
         "FulfillmentShipmentPackages":[{"PackageNumber":1193046,"CarrierCode":"Amazon Logistics",
          "TrackingNumber":"TBA300000000001"}]}}},
       "NotificationMetadata":{"ApplicationId":"amzn1.sellerapps.app.00000000",
        "SubscriptionId":"11111111-1111-1111-1111-111111111111",
        "PublishTime":"2026-09-03T02:12:45.100Z","NotificationId":"%s"}}
      """;

  private static final String STOCK =
      """
      {"NotificationVersion":"1.0","NotificationType":"FBA_INVENTORY_AVAILABILITY_CHANGES",
       "PayloadVersion":"1.0","EventTime":"2026-09-03T02:15:00.000Z",
       "Payload":{"SellerId":"%s","FNSKU":"X000EXAMPLE","ASIN":"B000EXAMPL","SKU":"%s",
        "FulfillmentInventoryByMarketplace":[{"MarketplaceId":"%s","ItemName":"Red mug",
         "FulfillmentInventory":{"InboundQuantityBreakdown":{"Working":0,"Shipped":20,"Receiving":0},
          "Fulfillable":41,"Unfulfillable":1,"Researching":0,
          "ReservedQuantityBreakdown":{"WarehouseProcessing":0,"WarehouseTransfer":3,
           "PendingCustomerOrder":2},"FutureSupplyBuyable":0,"PendingCustomerOrderInTransit":0}}]},
       "NotificationMetadata":{"ApplicationId":"amzn1.sellerapps.app.00000000",
        "SubscriptionId":"11111111-1111-1111-1111-111111111111",
        "PublishTime":"2026-09-03T02:15:01.000Z","NotificationId":"%s"}}
      """;

  private Notifications() {}

  static String order(String id, String order) {
    return ORDER.formatted(SELLER, order, id);
  }

  static String orderOf(String seller, String id) {
    return ORDER.formatted(seller, "TTS-1", id);
  }

  static String stock(String id, String sku) {
    return STOCK.formatted(SELLER, sku, MARKETPLACE, id);
  }
}
