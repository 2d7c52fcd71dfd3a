// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order costs, or one of its units, as it is on the wire. Amounts are decimal texts.
 *
 * @param id the unit; absent for the order as a whole
 * @param currency such as {@code USD}
 * @param payment what the buyer pays
 * @param total list prices of goods and shipping
 * @param subtotal goods after discounts, with tax
 * @param skuListPrice goods before discounts
 * @param skuSalePrice goods after discounts
 * @param subtotalDeductionSeller the seller's discount on goods
 * @param subtotalDeductionPlatform TikTok's discount on goods
 * @param subtotalTaxAmount tax on goods
 * @param shippingListPrice shipping before discounts
 * @param shippingSalePrice shipping after discounts
 * @param shippingFeeDeductionSeller the seller's discount on shipping
 * @param shippingFeeDeductionPlatform TikTok's discount on shipping
 * @param taxAmount all taxes
 * @param netPriceAmount price after tax
 * @param lineItems the same for each unit; absent in those
 */
public record PriceDetail(
    @Nullable String id,
    @Nullable String currency,
    @Nullable String payment,
    @Nullable String total,
    @Nullable String subtotal,
    @Json(name = "sku_list_price") @Nullable String skuListPrice,
    @Json(name = "sku_sale_price") @Nullable String skuSalePrice,
    @Json(name = "subtotal_deduction_seller") @Nullable String subtotalDeductionSeller,
    @Json(name = "subtotal_deduction_platform") @Nullable String subtotalDeductionPlatform,
    @Json(name = "subtotal_tax_amount") @Nullable String subtotalTaxAmount,
    @Json(name = "shipping_list_price") @Nullable String shippingListPrice,
    @Json(name = "shipping_sale_price") @Nullable String shippingSalePrice,
    @Json(name = "shipping_fee_deduction_seller") @Nullable String shippingFeeDeductionSeller,
    @Json(name = "shipping_fee_deduction_platform") @Nullable String shippingFeeDeductionPlatform,
    @Json(name = "tax_amount") @Nullable String taxAmount,
    @Json(name = "net_price_amount") @Nullable String netPriceAmount,
    @Json(name = "line_items") @Nullable List<PriceDetail> lineItems) {}
