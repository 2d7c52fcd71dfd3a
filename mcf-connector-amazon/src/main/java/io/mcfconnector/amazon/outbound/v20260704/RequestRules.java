// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import static io.mcfconnector.amazon.internal.RequestCheck.ANY_LENGTH;

import io.mcfconnector.amazon.internal.AddressCheck;
import io.mcfconnector.amazon.internal.RequestCheck;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What requests must fulfil, from the official model. It has open words and no limit of lines, so
 * none is checked; SKUs follow the rules of 2020-07-01, since they are the same SKUs.
 */
final class RequestRules {

  static final int LONGEST_ID = 40;
  private static final int LONGEST_SKU = 50;

  private RequestRules() {}

  static void check(RequestCheck at, CreateOrderRequest request) {
    at.newId(request.orderId(), "orderId");
    at.optionalText(request.channel(), LONGEST_ID, "channel");
    origin(at, request.origin());
    OrderFulfillmentConfiguration configuration = request.fulfillmentConfiguration();
    if (configuration != null) {
      RequestCheck in = at.in("fulfillmentConfiguration");
      tiers(in, configuration.serviceLevel());
      in.optionalText(configuration.action(), ANY_LENGTH, "action");
      in.optionalText(configuration.policy(), ANY_LENGTH, "policy");
      services(in, configuration.services());
    }
    OrderDestination destination = at.required(request.destination(), "destination");
    AddressCheck.whole(at.in("destination"), destination.deliveryAddress(), "deliveryAddress");
    at.in("destination").optionalText(destination.deliveryNotes(), ANY_LENGTH, "deliveryNotes");
    List<CreateOrderLineItem> items = at.required(request.lineItems(), "lineItems");
    at.size(items, ANY_LENGTH, "lineItems");
    at.each(items, "lineItems", RequestRules::lineItem);
    at.unique(items.stream().map(CreateOrderLineItem::lineItemId).toList(), "lineItems");
  }

  static void check(RequestCheck at, UpdateOrderRequest request) {
    UpdateOrderFulfillmentConfiguration configuration =
        at.required(request.fulfillmentConfiguration(), "fulfillmentConfiguration");
    at.in("fulfillmentConfiguration").text(configuration.action(), ANY_LENGTH, "action");
  }

  static void check(RequestCheck at, GetOrderPreviewRequest request) {
    at.optionalText(request.channel(), LONGEST_ID, "channel");
    origin(at, request.origin());
    PreviewFulfillmentConfiguration configuration = request.fulfillmentConfiguration();
    if (configuration != null) {
      tiers(at.in("fulfillmentConfiguration"), configuration.serviceLevel());
    }
    OrderDestination destination = at.required(request.destination(), "destination");
    AddressCheck.whole(at.in("destination"), destination.deliveryAddress(), "deliveryAddress");
    at.size(request.lineItems(), ANY_LENGTH, "lineItems");
    at.each(
        request.lineItems(),
        "lineItems",
        (element, item) -> {
          product(element, item.product());
          amount(element, item.amount());
        });
  }

  static void check(RequestCheck at, GetOffersRequest request) {
    at.required(request.origin(), "origin");
    origin(at, request.origin());
    OfferDestination destination = request.destination();
    if (destination != null) {
      AddressCheck.offered(
          at.in("destination"), destination.deliveryAddress(), destination.ipAddress());
    }
    OfferFulfillmentConfiguration configuration = request.fulfillmentConfiguration();
    if (configuration != null) {
      tiers(at.in("fulfillmentConfiguration"), configuration.serviceLevel());
    }
    at.size(request.items(), ANY_LENGTH, "items");
    at.each(
        request.items(), "items", (element, item) -> identifier(element, item.productIdentifier()));
  }

  static void check(RequestCheck at, UpdatePackageRequest request) {
    at.text(request.status(), ANY_LENGTH, "status");
    at.time(request.deliveryTime(), "deliveryTime");
    Tracking tracking = request.tracking();
    CarrierTracking carrier = tracking == null ? null : tracking.carrier();
    if (carrier != null) {
      at.in("tracking.carrier").text(carrier.carrierCode(), ANY_LENGTH, "carrierCode");
    }
  }

  private static void lineItem(RequestCheck at, CreateOrderLineItem item) {
    at.text(item.lineItemId(), ANY_LENGTH, "lineItemId");
    product(at, item.product());
    amount(at, item.amount());
    LineItemFulfillmentConfiguration configuration = item.fulfillmentConfiguration();
    OrderLineItemServices services = configuration == null ? null : configuration.services();
    if (services == null) {
      return;
    }
    RequestCheck in = at.in("fulfillmentConfiguration.services");
    if (services.packaging() != null) {
      slip(in.in("packaging"), services.packaging().packingSlip());
    }
    OrderLineItemDeliveryService delivery = services.delivery();
    if (delivery != null && delivery.paymentOnDelivery() != null) {
      money(
          in.in("delivery.paymentOnDelivery"),
          delivery.paymentOnDelivery().perUnitServicePrice(),
          "perUnitServicePrice");
    }
  }

  private static void product(RequestCheck at, @Nullable OrderProduct product) {
    OrderProduct given = at.required(product, "product");
    RequestCheck in = at.in("product");
    identifier(in, given.productIdentifier());
    money(in, given.perUnitDeclaredValue(), "perUnitDeclaredValue");
  }

  private static void identifier(RequestCheck at, @Nullable ProductIdentifier identifier) {
    String sku = at.required(identifier, "productIdentifier").amazonSku();
    RequestCheck in = at.in("productIdentifier");
    in.text(sku, LONGEST_SKU, "amazonSku");
    if (in.required(sku, "amazonSku").contains("\"")) {
      throw in.refused("amazonSku", "must not contain a quotation mark, which Amazon refuses");
    }
  }

  private static void amount(RequestCheck at, @Nullable Amount amount) {
    Amount given = at.required(amount, "amount");
    at.in("amount").wholeUnits(given.value(), "value");
    at.in("amount").optionalText(given.unit(), ANY_LENGTH, "unit");
  }

  private static void origin(RequestCheck at, @Nullable OrderOrigin origin) {
    if (origin != null) {
      at.in("origin").country(origin.countryCode(), "countryCode");
    }
  }

  private static void tiers(RequestCheck at, @Nullable ServiceLevel level) {
    if (level == null) {
      return;
    }
    RequestCheck in = at.in("serviceLevel");
    in.each(
        level.serviceTiers(),
        "serviceTiers",
        (element, tier) -> element.text(tier, ANY_LENGTH, "tier"));
    TimeInterval interval = level.deliveryInterval();
    if (interval != null) {
      RequestCheck inInterval = in.in("deliveryInterval");
      inInterval.required(interval.startTime(), "startTime");
      inInterval.time(interval.startTime(), "startTime");
      inInterval.required(interval.endTime(), "endTime");
      inInterval.time(interval.endTime(), "endTime");
    }
  }

  private static void services(RequestCheck at, @Nullable OrderServices services) {
    if (services == null) {
      return;
    }
    RequestCheck in = at.in("services");
    texts(in, services.additional(), "additional");
    if (services.packaging() != null) {
      slip(in.in("packaging"), services.packaging().packingSlip());
    }
  }

  private static void slip(RequestCheck at, @Nullable OrderPackingSlip slip) {
    if (slip != null) {
      RequestCheck in = at.in("packingSlip");
      in.optionalText(slip.templateName(), ANY_LENGTH, "templateName");
      texts(in, slip.templateAttributes(), "templateAttributes");
    }
  }

  private static void texts(
      RequestCheck at, @Nullable Map<String, String> attributes, String field) {
    if (attributes != null) {
      // The names stay out of the message: only the caller knows what they are.
      attributes.values().forEach(value -> at.optionalText(value, ANY_LENGTH, field));
    }
  }

  private static void money(RequestCheck at, @Nullable Money money, String field) {
    if (money != null) {
      at.in(field).currency(money.currencyCode(), "currencyCode");
      at.in(field).amount(money.amount(), "amount");
    }
  }
}
