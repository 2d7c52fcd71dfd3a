// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

/** Request bodies of invented orders. */
final class Bodies {

  static final String ADDRESS =
      """
      {"name":"Ada Example","addressLine1":"12 Sample Street","city":"Springfield",\
      "stateOrRegion":"IL","postalCode":"62701","countryCode":"US","phone":"217-555-0100"}""";

  private Bodies() {}

  static String line2020(String id, String sku, int units) {
    return """
        {"sellerSku":"%s","sellerFulfillmentOrderItemId":"%s","quantity":%d}"""
        .formatted(sku, id, units);
  }

  static String order2020(String id, String... lines) {
    return """
        {"marketplaceId":"ATVPDKIKX0DER","sellerFulfillmentOrderId":"%s",\
        "displayableOrderId":"576460752303423488","displayableOrderDate":"2026-09-01T14:03:22Z",\
        "displayableOrderComment":"Thank you.","shippingSpeedCategory":"Standard",\
        "fulfillmentAction":"Ship","fulfillmentPolicy":"FillOrKill",\
        "destinationAddress":%s,"items":[%s]}"""
        .formatted(id, ADDRESS, String.join(",", lines));
  }

  static String line2026(String id, String sku, String units) {
    return """
        {"lineItemId":"%s","product":{"productIdentifier":{"amazonSku":"%s"}},\
        "amount":{"unit":"EACHES","value":"%s"}}"""
        .formatted(id, sku, units);
  }

  static String order2026(String id, String... lines) {
    return """
        {"orderId":"%s","channel":"TIKTOK","origin":{"countryCode":"US"},\
        "fulfillmentConfiguration":{"serviceLevel":{"serviceTiers":["STANDARD"]},\
        "action":"SHIP","policy":"FILL_OR_KILL",\
        "services":{"packaging":{"packagingOption":"UNBRANDED"}}},\
        "destination":{"deliveryAddress":%s},"lineItems":[%s]}"""
        .formatted(id, ADDRESS, String.join(",", lines));
  }
}
