// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.tiktok.SimulatedOrder.HiddenAddress;
import io.mcfconnector.testkit.tiktok.SimulatedOrder.Shipping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes an order as the answers of search and detail show it. */
final class OrderJson {

  private static final BigDecimal SHIPPING_FEE = new BigDecimal("5.99");
  private static final BigDecimal TAX_RATE = new BigDecimal("0.0875");
  private static final Duration HIDDEN_AGAIN = Duration.ofDays(30);

  private final LiveOrder order;
  private final Stockroom stock;
  private final Instant now;

  private OrderJson(LiveOrder order, Stockroom stock, Instant now) {
    this.order = order;
    this.stock = stock;
    this.now = now;
  }

  static Map<String, @Nullable Object> of(LiveOrder order, Stockroom stock, Instant now) {
    return new OrderJson(order, stock, now).order();
  }

  /** Writes what an order costs. */
  static Map<String, @Nullable Object> priceDetail(LiveOrder order, Stockroom stock, Instant now) {
    Map<String, @Nullable Object> payment = new OrderJson(order, stock, now).payment();
    List<Map<String, @Nullable Object>> units = new ArrayList<>();
    for (LiveUnit unit : order.units()) {
      String price = stock.sku(unit.skuId()).price();
      units.add(
          new Fields()
              .with("id", unit.id())
              .with("currency", "USD")
              .with("sku_list_price", price)
              .with("sku_sale_price", price)
              .with("subtotal_tax_amount", tax(new BigDecimal(price)).toPlainString())
              .map());
    }
    return new Fields()
        .with("currency", "USD")
        .with("payment", payment.get("total_amount"))
        .with("sku_list_price", payment.get("original_total_product_price"))
        .with("sku_sale_price", payment.get("sub_total"))
        .with("subtotal_deduction_seller", "0.00")
        .with("subtotal_deduction_platform", "0.00")
        .with("subtotal_tax_amount", payment.get("product_tax"))
        .with("shipping_list_price", payment.get("original_shipping_fee"))
        .with("shipping_sale_price", payment.get("shipping_fee"))
        .with("tax_amount", payment.get("tax"))
        .with("line_items", units)
        .map();
  }

  static String shippingType(LiveOrder order) {
    return order.plan().shipping() == Shipping.BY_SELLER ? "SELLER" : "TIKTOK";
  }

  static String buyerId(LiveOrder order) {
    return "74948452" + order.id().substring(order.id().length() - 11);
  }

  private Map<String, @Nullable Object> order() {
    SimulatedOrder plan = order.plan();
    boolean bySeller = plan.shipping() == Shipping.BY_SELLER;
    boolean fulfilled = plan.shipping() == Shipping.FULFILLED_BY_TIKTOK;
    Fields fields =
        new Fields()
            .with("id", order.id())
            .with("status", order.status().name())
            .with("order_type", "NORMAL")
            .withTime("create_time", order.createdAt())
            .withTime("update_time", order.updatedAt())
            .withTime("paid_time", order.paidAt())
            .with("user_id", buyerId(order))
            .with("buyer_email", "v" + order.id() + "@chat.seller.example.com")
            .with("buyer_message", "")
            .with("seller_note", "")
            .with("fulfillment_type", fulfilled ? "FULFILLMENT_BY_TIKTOK" : "FULFILLMENT_BY_SELLER")
            .with("shipping_type", shippingType(order))
            .with("delivery_type", "HOME_DELIVERY")
            .with(
                "delivery_option_id",
                bySeller ? LogisticsDesk.SELLER_OPTION : LogisticsDesk.TIKTOK_OPTION)
            .with("delivery_option_name", bySeller ? "Shipped by seller" : "Standard shipping")
            .with("warehouse_id", order.plan().warehouseId())
            .with("is_cod", false)
            .with("is_sample_order", false)
            .with("is_on_hold_order", plan.held())
            .with("is_buyer_request_cancel", order.cancelRequested())
            .with("is_replacement_order", false)
            .with("is_exchange_order", false)
            .with("has_updated_recipient_address", order.addressChanged())
            .with("payment_method_name", "Credit/Debit Card")
            .with("payment", payment())
            .with("line_items", order.units().stream().map(this::lineItem).toList())
            .with("packages", packages())
            .with("recipient_address", address());
    addClocks(fields);
    addShipment(fields);
    addCancellation(fields);
    return fields.map();
  }

  private void addClocks(Fields fields) {
    if (order.paidAt() != null) {
      ServiceLevel sla = order.sla();
      fields
          .withTime("rts_sla_time", sla.shipBy())
          .withTime("tts_sla_time", sla.shipBy())
          .withTime("delivery_sla_time", sla.deliverBy())
          .withTime("shipping_due_time", sla.cancelledAt())
          .withTime("collection_due_time", sla.cancelledAt());
    }
    fields
        .withTime("rts_time", order.shippedAt())
        .withTime("collection_time", order.collectedAt())
        .withTime("delivery_time", order.deliveredAt());
  }

  private void addShipment(Fields fields) {
    for (LiveUnit unit : order.units()) {
      Parcel parcel = unit.parcel();
      if (parcel != null) {
        fields
            .with("tracking_number", parcel.trackingNumber())
            .with("shipping_provider", Providers.name(parcel.providerId()))
            .with("shipping_provider_id", parcel.providerId());
        return;
      }
    }
  }

  private void addCancellation(Fields fields) {
    fields.withTime("request_cancel_time", order.cancelRequestedAt());
    LiveOrder.Cancellation cancellation = order.cancellation();
    if (cancellation != null) {
      fields
          .withTime("cancel_time", cancellation.at())
          .with("cancel_reason", cancellation.reason())
          .with("cancellation_initiator", cancellation.initiator());
    }
  }

  private Map<String, @Nullable Object> lineItem(LiveUnit unit) {
    SimulatedProduct product = stock.productOf(unit.skuId());
    SimulatedProduct.Sku sku = stock.sku(unit.skuId());
    Parcel parcel = unit.parcel();
    Fields fields =
        new Fields()
            .with("id", unit.id())
            .with("sku_id", sku.id())
            .with("product_id", product.id())
            .with("product_name", product.title())
            .with("sku_name", sku.name())
            .with("seller_sku", sku.sellerSku())
            .with("original_price", sku.price())
            .with("sale_price", sku.price())
            .with("seller_discount", "0")
            .with("platform_discount", "0")
            .with("currency", "USD")
            .with("display_status", displayStatus(unit))
            .with("sku_type", "NORMAL")
            .with("is_gift", false)
            .with("is_dangerous_good", false)
            .with("needs_prescription", false)
            .with("gift_retail_price", "0");
    if (sku.isBundle()) {
      fields.with("combined_listing_skus", components(sku));
    }
    if (parcel != null) {
      fields
          .with("package_id", parcel.id())
          .with("package_status", packageStatus())
          .with("tracking_number", parcel.trackingNumber())
          .with("shipping_provider_id", parcel.providerId())
          .with("shipping_provider_name", Providers.name(parcel.providerId()))
          .withTime("rts_time", parcel.shippedAt());
    }
    LiveOrder.Cancellation cancellation = unit.cancellation();
    if (cancellation != null && parcel == null) {
      fields
          .with("cancel_user", cancellation.initiator())
          .with("cancel_reason", cancellation.reason());
    }
    return fields.map();
  }

  private List<Map<String, @Nullable Object>> components(SimulatedProduct.Sku bundle) {
    List<Map<String, @Nullable Object>> components = new ArrayList<>();
    new TreeMap<>(bundle.components())
        .forEach(
            (skuId, units) ->
                components.add(
                    new Fields()
                        .with("sku_id", skuId)
                        .with("product_id", stock.productOf(skuId).id())
                        .with("seller_sku", stock.sku(skuId).sellerSku())
                        .with("sku_count", units)
                        .map()));
    return components;
  }

  /** A unit is never on hold, and each goes its own way while the order is partly shipped. */
  private String displayStatus(LiveUnit unit) {
    if (unit.isCancelled()) {
      return OrderStatus.CANCELLED.name();
    }
    return switch (order.status()) {
      case ON_HOLD -> OrderStatus.AWAITING_SHIPMENT.name();
      case PARTIALLY_SHIPPING ->
          (unit.parcel() == null ? OrderStatus.AWAITING_SHIPMENT : OrderStatus.AWAITING_COLLECTION)
              .name();
      default -> order.status().name();
    };
  }

  private String packageStatus() {
    return switch (order.status()) {
      case DELIVERED, COMPLETED -> "COMPLETED";
      case IN_TRANSIT -> "FULFILLING";
      default -> "PROCESSING";
    };
  }

  private List<Map<String, @Nullable Object>> packages() {
    Map<String, Map<String, @Nullable Object>> packages = new LinkedHashMap<>();
    for (LiveUnit unit : order.units()) {
      Parcel parcel = unit.parcel();
      if (parcel != null) {
        packages.put(parcel.id(), new Fields().with("id", parcel.id()).map());
      }
    }
    return new ArrayList<>(packages.values());
  }

  private Map<String, @Nullable Object> payment() {
    BigDecimal goods = BigDecimal.ZERO;
    for (LiveUnit unit : order.units()) {
      goods = goods.add(new BigDecimal(stock.sku(unit.skuId()).price()));
    }
    BigDecimal productTax = tax(goods);
    BigDecimal feeTax = tax(SHIPPING_FEE);
    return new Fields()
        .with("currency", "USD")
        .with("original_total_product_price", goods.toPlainString())
        .with("seller_discount", "0.00")
        .with("platform_discount", "0.00")
        .with("sub_total", goods.toPlainString())
        .with("original_shipping_fee", SHIPPING_FEE.toPlainString())
        .with("shipping_fee", SHIPPING_FEE.toPlainString())
        .with("product_tax", productTax.toPlainString())
        .with("shipping_fee_tax", feeTax.toPlainString())
        .with("tax", productTax.add(feeTax).toPlainString())
        .with("total_amount", goods.add(SHIPPING_FEE).add(productTax).add(feeTax).toPlainString())
        .map();
  }

  static BigDecimal tax(BigDecimal amount) {
    return amount.multiply(TAX_RATE).setScale(2, RoundingMode.HALF_UP);
  }

  private @Nullable Map<String, @Nullable Object> address() {
    boolean hidden = isHidden();
    if (hidden && order.plan().hiddenAddress() == HiddenAddress.ABSENT) {
      return null;
    }
    boolean empty = order.plan().hiddenAddress() == HiddenAddress.EMPTY;
    Masking masking = hidden ? (empty ? Masking.EMPTY : Masking.ASTERISKS) : Masking.NONE;
    boolean fulfilled = order.plan().shipping() == Shipping.FULFILLED_BY_TIKTOK;
    boolean cityClear = fulfilled && !hiddenByStatus();
    return AddressJson.of(order.recipient(), masking, cityClear);
  }

  private boolean isHidden() {
    return order.plan().shipping() != Shipping.BY_SELLER
        || order.plan().addressNeverShown()
        || hiddenByStatus();
  }

  private boolean hiddenByStatus() {
    return switch (order.status()) {
      case UNPAID, ON_HOLD, CANCELLED -> true;
      case COMPLETED ->
          order.completedAt() != null && !now.isBefore(order.completedAt().plus(HIDDEN_AGAIN));
      default -> false;
    };
  }
}
