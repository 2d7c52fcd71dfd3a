// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * One line to ship ({@code CreateFulfillmentOrderItem}); every part is required.
 *
 * @param sellerSku the MSKU, at most 50 characters
 * @param sellerFulfillmentOrderItemId our id of the line, at most 50 characters
 * @param quantity units
 * @param giftMessage at most 512 characters; buyer data
 * @param displayableComment the text the recipient sees, at most 250 characters
 * @param fulfillmentNetworkSku Amazon's SKU (FNSKU)
 * @param perUnitDeclaredValue for customs; required to India and abroad
 * @param perUnitPrice paid on delivery
 * @param perUnitTax tax on that
 */
public record CreateFulfillmentOrderItem(
    @Nullable String sellerSku,
    @Nullable String sellerFulfillmentOrderItemId,
    @Nullable Integer quantity,
    @Nullable String giftMessage,
    @Nullable String displayableComment,
    @Nullable String fulfillmentNetworkSku,
    @Nullable Money perUnitDeclaredValue,
    @Nullable Money perUnitPrice,
    @Nullable Money perUnitTax) {

  /** Creates one with only the usual parts. */
  public CreateFulfillmentOrderItem(
      @Nullable String sellerSku,
      @Nullable String sellerFulfillmentOrderItemId,
      @Nullable Integer quantity) {
    this(sellerSku, sellerFulfillmentOrderItemId, quantity, null, null, null, null, null, null);
  }

  @Override
  public String toString() {
    return "CreateFulfillmentOrderItem[****]";
  }
}
