// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a cancellation as the answers of its search show it. */
final class CancelJson {

  private CancelJson() {}

  static Map<String, @Nullable Object> of(LiveOrder order, CancelCase cancelCase, ShopWorld world) {
    Stockroom stock = world.stock();
    Fields fields =
        new Fields()
            .with("cancel_id", cancelCase.id())
            .with("order_id", order.id())
            .with("cancel_type", cancelCase.type())
            .with("cancel_status", cancelCase.status())
            .with("role", cancelCase.role())
            .with("cancel_reason", cancelCase.reason())
            .with("cancel_reason_text", "")
            .withTime("create_time", cancelCase.createdAt())
            .withTime("update_time", cancelCase.updatedAt())
            .with("refund_amount", refund(order, cancelCase.units(), world))
            .with(
                "cancel_line_items",
                cancelCase.units().stream().map(unit -> line(cancelCase, unit, stock)).toList());
    if (cancelCase.isOpen()) {
      fields.with(
          "seller_next_action_response",
          List.of(
              new Fields()
                  .with("action", "SELLER_RESPOND_CANCEL")
                  .withTime("deadline", cancelCase.deadline())
                  .map()));
    }
    return fields.map();
  }

  /** The whole order comes with its shipping fee, single units without. */
  private static Map<String, @Nullable Object> refund(
      LiveOrder order, List<LiveUnit> units, ShopWorld world) {
    if (units.size() == order.units().size()) {
      Map<String, @Nullable Object> price =
          OrderJson.priceDetail(order, world.stock(), world.now());
      return refund(
          price.get("payment"),
          price.get("sku_sale_price"),
          price.get("shipping_sale_price"),
          price.get("tax_amount"));
    }
    BigDecimal goods = BigDecimal.ZERO;
    for (LiveUnit unit : units) {
      goods = goods.add(new BigDecimal(world.stock().sku(unit.skuId()).price()));
    }
    BigDecimal tax = OrderJson.tax(goods);
    return refund(
        goods.add(tax).toPlainString(), goods.toPlainString(), "0.00", tax.toPlainString());
  }

  private static Map<String, @Nullable Object> refund(
      @Nullable Object total,
      @Nullable Object goods,
      @Nullable Object shippingFee,
      @Nullable Object tax) {
    return new Fields()
        .with("currency", "USD")
        .with("refund_total", total)
        .with("refund_subtotal", goods)
        .with("refund_shipping_fee", shippingFee)
        .with("refund_tax", tax)
        .map();
  }

  private static Map<String, @Nullable Object> line(
      CancelCase cancelCase, LiveUnit unit, Stockroom stock) {
    SimulatedProduct.Sku sku = stock.sku(unit.skuId());
    return new Fields()
        .with("cancel_line_item_id", cancelCase.id() + unit.id().substring(unit.id().length() - 3))
        .with("order_line_item_id", unit.id())
        .with("sku_id", sku.id())
        .with("sku_name", sku.name())
        .with("product_name", stock.productOf(sku.id()).title())
        .with("seller_sku", sku.sellerSku())
        .map();
  }
}
