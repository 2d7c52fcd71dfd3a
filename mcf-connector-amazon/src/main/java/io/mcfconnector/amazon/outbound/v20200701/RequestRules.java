// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import static io.mcfconnector.amazon.internal.RequestCheck.ANY_LENGTH;

import io.mcfconnector.amazon.internal.AddressCheck;
import io.mcfconnector.amazon.internal.RequestCheck;
import io.mcfconnector.amazon.outbound.AmazonAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What requests must fulfil, from the official model (lengths, words, 100 lines and 250 units) and
 * from refusals seen in production (ids, quotation marks in SKUs).
 */
final class RequestRules {

  static final int LONGEST_ID = 40;
  static final int LONGEST_ITEM_ID = 50;
  private static final int LONGEST_SKU = 50;
  private static final int LONGEST_COMMENT = 750;
  private static final int LONGEST_ITEM_COMMENT = 250;
  private static final int LONGEST_GIFT_MESSAGE = 512;
  private static final int LONGEST_EMAIL = 64;
  private static final int LONGEST_INSTRUCTIONS = 250;
  private static final int MOST_LINES = 100;
  private static final int MOST_UNITS = 250;
  private static final Set<String> SPEEDS =
      Set.of("Standard", "Expedited", "Priority", "ScheduledDelivery");
  private static final Set<String> ACTIONS = Set.of("Ship", "Hold");
  private static final Set<String> POLICIES = Set.of("FillOrKill", "FillAll", "FillAllAvailable");
  private static final Set<String> FEATURE_POLICIES = Set.of("Required", "NotRequired");

  private RequestRules() {}

  static void check(RequestCheck at, CreateFulfillmentOrderRequest request) {
    at.newId(request.sellerFulfillmentOrderId(), "sellerFulfillmentOrderId");
    at.optionalText(request.marketplaceId(), ANY_LENGTH, "marketplaceId");
    at.required(request.displayableOrderId(), "displayableOrderId");
    displayableId(at, request.displayableOrderId());
    at.required(request.displayableOrderDate(), "displayableOrderDate");
    at.time(request.displayableOrderDate(), "displayableOrderDate");
    at.text(request.displayableOrderComment(), LONGEST_COMMENT, "displayableOrderComment");
    at.required(request.shippingSpeedCategory(), "shippingSpeedCategory");
    at.word(request.shippingSpeedCategory(), SPEEDS, "shippingSpeedCategory");
    at.word(request.fulfillmentAction(), ACTIONS, "fulfillmentAction");
    at.word(request.fulfillmentPolicy(), POLICIES, "fulfillmentPolicy");
    address(at, request.destinationAddress(), "destinationAddress");
    items(at, request.items());
    deliveryWishes(at, request);
    CodSettings cod = request.codSettings();
    if (cod != null) {
      RequestCheck atCod = at.in("codSettings");
      atCod.required(cod.codRequired(), "isCodRequired");
      money(atCod, cod.codCharge(), "codCharge");
      money(atCod, cod.codChargeTax(), "codChargeTax");
      money(atCod, cod.shippingCharge(), "shippingCharge");
      money(atCod, cod.shippingChargeTax(), "shippingChargeTax");
    }
    shipFrom(at, request.shipFromCountryCode());
    emails(at, request.notificationEmails());
    features(at, request.featureConstraints());
    at.each(request.paymentInformation(), "paymentInformation", RequestRules::payment);
  }

  static void check(RequestCheck at, UpdateFulfillmentOrderRequest request) {
    at.optionalText(request.marketplaceId(), ANY_LENGTH, "marketplaceId");
    displayableId(at, request.displayableOrderId());
    at.time(request.displayableOrderDate(), "displayableOrderDate");
    at.optionalText(request.displayableOrderComment(), LONGEST_COMMENT, "displayableOrderComment");
    at.word(request.shippingSpeedCategory(), SPEEDS, "shippingSpeedCategory");
    at.word(request.fulfillmentAction(), ACTIONS, "fulfillmentAction");
    at.word(request.fulfillmentPolicy(), POLICIES, "fulfillmentPolicy");
    if (request.destinationAddress() != null) {
      address(at, request.destinationAddress(), "destinationAddress");
    }
    shipFrom(at, request.shipFromCountryCode());
    emails(at, request.notificationEmails());
    features(at, request.featureConstraints());
    List<UpdateFulfillmentOrderItem> items = request.items();
    if (items != null) {
      at.size(items, MOST_LINES, "items");
      at.each(items, "items", RequestRules::item);
    }
  }

  static void check(RequestCheck at, GetFulfillmentPreviewRequest request) {
    at.optionalText(request.marketplaceId(), ANY_LENGTH, "marketplaceId");
    address(at, request.address(), "address");
    List<GetFulfillmentPreviewItem> items = at.required(request.items(), "items");
    at.size(items, MOST_LINES, "items");
    at.each(items, "items", RequestRules::item);
    unitsTogether(at, items.stream().mapToLong(item -> orZero(item.quantity())).sum());
    at.each(
        request.shippingSpeedCategories(),
        "shippingSpeedCategories",
        (element, speed) -> element.word(speed, SPEEDS, "speed"));
    features(at, request.featureConstraints());
  }

  static void check(RequestCheck at, CreateFulfillmentReturnRequest request) {
    at.size(request.items(), ANY_LENGTH, "items");
    at.each(
        request.items(),
        "items",
        (element, item) -> {
          element.text(item.sellerReturnItemId(), 80, "sellerReturnItemId");
          element.text(
              item.sellerFulfillmentOrderItemId(), ANY_LENGTH, "sellerFulfillmentOrderItemId");
          element.text(item.amazonShipmentId(), ANY_LENGTH, "amazonShipmentId");
          element.text(item.returnReasonCode(), ANY_LENGTH, "returnReasonCode");
          element.optionalText(item.returnComment(), 1000, "returnComment");
        });
  }

  static void check(RequestCheck at, GetDeliveryOffersRequest request) {
    GetDeliveryOffersProduct product = at.required(request.product(), "product");
    RequestCheck atProduct = at.in("product");
    ProductIdentifier identifier =
        atProduct.required(product.productIdentifier(), "productIdentifier");
    sku(atProduct.in("productIdentifier"), identifier.merchantSku(), "merchantSku");
    Amount amount = product.amount();
    if (amount != null) {
      RequestCheck atAmount = atProduct.in("amount");
      atAmount.required(amount.unitOfMeasure(), "unitOfMeasure");
      atAmount.word(amount.unitOfMeasure(), Set.of("Eaches"), "unitOfMeasure");
      atAmount.wholeUnits(amount.value(), "value");
    }
    GetDeliveryOffersTerms terms = at.required(request.terms(), "terms");
    RequestCheck atTerms = at.in("terms");
    Origin origin = atTerms.required(terms.origin(), "origin");
    atTerms.in("origin").country(origin.countryCode(), "countryCode");
    Destination destination = atTerms.required(terms.destination(), "destination");
    AddressCheck.offered(
        atTerms.in("destination"), destination.deliveryAddress(), destination.ipAddress());
  }

  static void sku(RequestCheck at, @Nullable String sku, String field) {
    at.text(sku, LONGEST_SKU, field);
    if (at.required(sku, field).contains("\"")) {
      throw at.refused(field, "must not contain a quotation mark, which Amazon refuses");
    }
  }

  private static void deliveryWishes(RequestCheck at, CreateFulfillmentOrderRequest request) {
    DeliveryWindow window = request.deliveryWindow();
    if (window != null) {
      RequestCheck atWindow = at.in("deliveryWindow");
      atWindow.required(window.startDate(), "startDate");
      atWindow.time(window.startDate(), "startDate");
      atWindow.required(window.endDate(), "endDate");
      atWindow.time(window.endDate(), "endDate");
    }
    DeliveryPreferences wishes = request.deliveryPreferences();
    if (wishes != null) {
      RequestCheck atWishes = at.in("deliveryPreferences");
      atWishes.optionalText(
          wishes.deliveryInstructions(), LONGEST_INSTRUCTIONS, "deliveryInstructions");
      DropOffLocation place = wishes.dropOffLocation();
      if (place != null) {
        atWishes.in("dropOffLocation").text(place.type(), ANY_LENGTH, "type");
      }
    }
  }

  private static void items(RequestCheck at, @Nullable List<CreateFulfillmentOrderItem> array) {
    List<CreateFulfillmentOrderItem> items = at.required(array, "items");
    at.size(items, MOST_LINES, "items");
    at.each(items, "items", RequestRules::item);
    at.unique(
        items.stream().map(CreateFulfillmentOrderItem::sellerFulfillmentOrderItemId).toList(),
        "items");
    unitsTogether(at, items.stream().mapToLong(item -> orZero(item.quantity())).sum());
  }

  private static void item(RequestCheck at, CreateFulfillmentOrderItem item) {
    sku(at, item.sellerSku(), "sellerSku");
    itemId(at, item.sellerFulfillmentOrderItemId());
    at.units(item.quantity(), 1, "quantity");
    itemTexts(at, item.giftMessage(), item.displayableComment(), item.fulfillmentNetworkSku());
    money(at, item.perUnitDeclaredValue(), "perUnitDeclaredValue");
    money(at, item.perUnitPrice(), "perUnitPrice");
    money(at, item.perUnitTax(), "perUnitTax");
  }

  /** The model does not say that a line cannot be set to no units. */
  private static void item(RequestCheck at, UpdateFulfillmentOrderItem item) {
    if (item.sellerSku() != null) {
      sku(at, item.sellerSku(), "sellerSku");
    }
    itemId(at, item.sellerFulfillmentOrderItemId());
    at.units(item.quantity(), 0, "quantity");
    itemTexts(at, item.giftMessage(), item.displayableComment(), item.fulfillmentNetworkSku());
    at.optionalText(item.orderItemDisposition(), ANY_LENGTH, "orderItemDisposition");
    money(at, item.perUnitDeclaredValue(), "perUnitDeclaredValue");
    money(at, item.perUnitPrice(), "perUnitPrice");
    money(at, item.perUnitTax(), "perUnitTax");
  }

  private static void item(RequestCheck at, GetFulfillmentPreviewItem item) {
    sku(at, item.sellerSku(), "sellerSku");
    itemId(at, item.sellerFulfillmentOrderItemId());
    at.units(item.quantity(), 1, "quantity");
    money(at, item.perUnitDeclaredValue(), "perUnitDeclaredValue");
  }

  private static void itemId(RequestCheck at, @Nullable String id) {
    at.text(id, LONGEST_ITEM_ID, "sellerFulfillmentOrderItemId");
  }

  private static void itemTexts(
      RequestCheck at,
      @Nullable String giftMessage,
      @Nullable String displayableComment,
      @Nullable String fulfillmentNetworkSku) {
    at.optionalText(giftMessage, LONGEST_GIFT_MESSAGE, "giftMessage");
    at.optionalText(displayableComment, LONGEST_ITEM_COMMENT, "displayableComment");
    at.optionalText(fulfillmentNetworkSku, ANY_LENGTH, "fulfillmentNetworkSku");
  }

  private static void unitsTogether(RequestCheck at, long units) {
    if (units > MOST_UNITS) {
      throw at.refused("items", "must have at most " + MOST_UNITS + " units together");
    }
  }

  private static void displayableId(RequestCheck at, @Nullable String id) {
    if (id == null) {
      return;
    }
    at.text(id, LONGEST_ID, "displayableOrderId");
    if (id.contains("  ")) {
      throw at.refused("displayableOrderId", "must not contain two blanks in a row");
    }
    if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(id)) {
      throw at.refused("displayableOrderId", "must consist of characters of ISO 8859-1");
    }
  }

  private static void address(RequestCheck at, @Nullable AmazonAddress address, String field) {
    AddressCheck.whole(at, address, field);
    if (address != null && address.email() != null) {
      throw at.in(field).refused("email", "is not known to this version");
    }
  }

  private static void shipFrom(RequestCheck at, @Nullable String country) {
    if (country != null) {
      at.country(country, "shipFromCountryCode");
    }
  }

  private static void emails(RequestCheck at, @Nullable List<String> emails) {
    at.each(
        emails,
        "notificationEmails",
        (element, email) -> element.text(email, LONGEST_EMAIL, "email"));
  }

  private static void features(RequestCheck at, @Nullable List<FeatureSettings> features) {
    at.each(
        features,
        "featureConstraints",
        (element, feature) -> {
          element.text(feature.featureName(), ANY_LENGTH, "featureName");
          element.word(
              feature.featureFulfillmentPolicy(), FEATURE_POLICIES, "featureFulfillmentPolicy");
        });
  }

  private static void payment(RequestCheck at, PaymentInformation payment) {
    at.text(payment.paymentTransactionId(), ANY_LENGTH, "paymentTransactionId");
    at.text(payment.paymentMode(), ANY_LENGTH, "paymentMode");
    at.required(payment.paymentDate(), "paymentDate");
    at.time(payment.paymentDate(), "paymentDate");
  }

  private static void money(RequestCheck at, @Nullable Money money, String field) {
    if (money != null) {
      at.in(field).currency(money.currencyCode(), "currencyCode");
      at.in(field).amount(money.value(), "value");
    }
  }

  private static long orZero(@Nullable Integer units) {
    return units == null ? 0 : units;
  }
}
