// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import static io.mcfconnector.tiktok.internal.UnreadableField.optional;
import static io.mcfconnector.tiktok.internal.UnreadableField.required;

import io.mcfconnector.model.BundleComponent;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Money;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.OrderPage.UnreadableOrder;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.Party;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.tiktok.order.OrderBatch;
import io.mcfconnector.tiktok.order.TikTokLineItem;
import io.mcfconnector.tiktok.order.TikTokLineItem.CombinedListingSku;
import io.mcfconnector.tiktok.order.TikTokOrder;
import io.mcfconnector.tiktok.order.TikTokOrder.Payment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TikTok's orders in our words. Pure. */
public final class OrderTransformer {

  private OrderTransformer() {}

  /** Returns the orders of an answer; those that lack what shipping needs are set apart. */
  public static OrderPage transform(OrderBatch batch, ShopId shop) {
    List<Order> orders = new ArrayList<>();
    List<UnreadableOrder> unreadable = new ArrayList<>(batch.unreadable());
    for (TikTokOrder wire : batch.orders()) {
      try {
        orders.add(order(wire, shop));
      } catch (UnreadableField e) {
        unreadable.add(new UnreadableOrder(idOf(wire), problem(e, batch)));
      }
    }
    return new OrderPage(orders, unreadable, batch.nextPageToken());
  }

  private static String problem(UnreadableField fault, OrderBatch batch) {
    String request = batch.requestId() == null ? "" : " (request " + batch.requestId() + ")";
    return "the order's field " + fault.getMessage() + request;
  }

  private static @Nullable OrderId idOf(TikTokOrder wire) {
    try {
      return optional(wire.id(), "id", OrderId::of);
    } catch (UnreadableField e) {
      return null;
    }
  }

  private static Order order(TikTokOrder wire, ShopId shop) {
    OrderId id = required(wire.id(), "id", OrderId::of);
    String status = required(wire.status(), "status");
    return Order.builder(id, shop)
        .status(status(status), status)
        .fulfilledBy(fulfilledBy(wire.fulfillmentType()))
        .shippedBy(shippedBy(wire.shippingType()))
        .traits(OrderTraits.of(wire))
        .createdAt(required(wire.createTime(), "create_time", Instant::ofEpochSecond))
        .updatedAt(required(wire.updateTime(), "update_time", Instant::ofEpochSecond))
        .paidAt(time(wire.paidTime(), "paid_time"))
        .total(total(wire.payment()))
        .deadlines(deadlines(wire))
        .warehouseId(text(wire.warehouseId()))
        .deliveryOption(text(wire.deliveryOptionId()), text(wire.deliveryOptionName()))
        .destination(AddressTransformer.transform(wire.recipientAddress()))
        .lineItems(lineItems(wire))
        .build();
  }

  private static OrderStatus status(String word) {
    return switch (word) {
      case "UNPAID" -> OrderStatus.UNPAID;
      case "ON_HOLD" -> OrderStatus.ON_HOLD;
      case "AWAITING_SHIPMENT" -> OrderStatus.AWAITING_SHIPMENT;
      case "PARTIALLY_SHIPPING" -> OrderStatus.PARTIALLY_SHIPPED;
      case "AWAITING_COLLECTION" -> OrderStatus.AWAITING_COLLECTION;
      case "IN_TRANSIT" -> OrderStatus.IN_TRANSIT;
      case "DELIVERED" -> OrderStatus.DELIVERED;
      case "COMPLETED" -> OrderStatus.COMPLETED;
      case "CANCELLED", "CANCEL" -> OrderStatus.CANCELLED;
      default -> OrderStatus.UNKNOWN;
    };
  }

  private static Party fulfilledBy(@Nullable String type) {
    return switch (type == null ? "" : type) {
      case "FULFILLMENT_BY_SELLER" -> Party.SELLER;
      case "FULFILLMENT_BY_TIKTOK", "FULFILLMENT_BY_DILAYANI_TOKOPEDIA" -> Party.CHANNEL;
      default -> Party.UNKNOWN;
    };
  }

  private static Party shippedBy(@Nullable String type) {
    return switch (type == null ? "" : type) {
      case "SELLER" -> Party.SELLER;
      case "TIKTOK" -> Party.CHANNEL;
      case "TIKTOK_DIGITAL" -> Party.NOBODY;
      default -> Party.UNKNOWN;
    };
  }

  /** Returns what the buyer pays; {@code null} when TikTok does not tell it in a known form. */
  private static @Nullable Money total(@Nullable Payment payment) {
    if (payment == null || payment.currency() == null || payment.totalAmount() == null) {
      return null;
    }
    try {
      return Money.of(payment.totalAmount(), payment.currency());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Deadlines deadlines(TikTokOrder wire) {
    Instant due = time(wire.shippingDueTime(), "shipping_due_time");
    return new Deadlines(
        time(wire.rtsSlaTime(), "rts_sla_time"),
        time(wire.ttsSlaTime(), "tts_sla_time"),
        due != null ? due : time(wire.cancelOrderSlaTime(), "cancel_order_sla_time"),
        time(wire.deliverySlaTime(), "delivery_sla_time"));
  }

  /** Returns a time that may be absent; TikTok writes 0 for some absent ones. */
  private static @Nullable Instant time(@Nullable Long seconds, String path) {
    boolean absent = seconds == null || seconds <= 0;
    return absent ? null : required(seconds, path, Instant::ofEpochSecond);
  }

  private static List<LineItem> lineItems(TikTokOrder wire) {
    List<TikTokLineItem> items = elements(wire.lineItems(), "line_items");
    if (items.isEmpty()) {
      required(null, "line_items");
    }
    List<LineItem> units = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      units.add(lineItem(items.get(i), "line_items[" + i + "]."));
    }
    return units;
  }

  private static LineItem lineItem(TikTokLineItem wire, String path) {
    LineItem.ShippedIn shippedIn = shippedIn(wire, path);
    return new LineItem(
        required(wire.id(), path + "id", LineItemId::of),
        sku(wire.skuId(), wire.sellerSku(), path),
        bundle(wire, path),
        status(wire.displayStatus(), shippedIn != null),
        shippedIn);
  }

  /** A unit in a package is shipped, even when its status word lags behind. */
  private static LineItem.Status status(@Nullable String word, boolean packed) {
    return switch (word == null ? "" : word) {
      case "CANCELLED", "CANCEL" -> LineItem.Status.CANCELLED;
      case "AWAITING_COLLECTION", "IN_TRANSIT", "DELIVERED", "COMPLETED" -> LineItem.Status.SHIPPED;
      // A word that is not known makes the order one of unknown kind: see OrderTraits.
      default -> packed ? LineItem.Status.SHIPPED : LineItem.Status.OPEN;
    };
  }

  private static LineItem.@Nullable ShippedIn shippedIn(TikTokLineItem wire, String path) {
    TrackingNumber number =
        optional(wire.trackingNumber(), path + "tracking_number", TrackingNumber::of);
    return optional(
        wire.packageId(), path + "package_id", id -> new LineItem.ShippedIn(id, number));
  }

  private static List<BundleComponent> bundle(TikTokLineItem wire, String path) {
    List<BundleComponent> bundle = new ArrayList<>();
    List<CombinedListingSku> parts =
        elements(wire.combinedListingSkus(), path + "combined_listing_skus");
    for (int i = 0; i < parts.size(); i++) {
      CombinedListingSku part = parts.get(i);
      String partPath = path + "combined_listing_skus[" + i + "].";
      ChannelSku sku = sku(part.skuId(), part.sellerSku(), partPath);
      bundle.add(
          required(
              part.skuCount(), partPath + "sku_count", units -> new BundleComponent(sku, units)));
    }
    return bundle;
  }

  private static ChannelSku sku(@Nullable String id, @Nullable String sellerSku, String path) {
    return new ChannelSku(
        required(id, path + "sku_id", ChannelSkuId::of),
        optional(sellerSku, path + "seller_sku", SellerSku::of));
  }

  static <E> List<E> elements(@Nullable List<E> elements, String path) {
    if (elements == null) {
      return List.of();
    }
    for (int i = 0; i < elements.size(); i++) {
      required(elements.get(i), path + "[" + i + "]");
    }
    return elements;
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
