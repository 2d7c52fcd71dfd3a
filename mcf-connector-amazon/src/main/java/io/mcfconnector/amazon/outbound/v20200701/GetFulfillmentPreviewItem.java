// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * One line of a preview request ({@code GetFulfillmentPreviewItem}); every part is required.
 *
 * @param sellerSku the MSKU
 * @param quantity units
 * @param sellerFulfillmentOrderItemId our id of the line
 * @param perUnitDeclaredValue for customs
 */
public record GetFulfillmentPreviewItem(
    @Nullable String sellerSku,
    @Nullable Integer quantity,
    @Nullable String sellerFulfillmentOrderItemId,
    @Nullable Money perUnitDeclaredValue) {

  /** Creates one with only the usual parts. */
  public GetFulfillmentPreviewItem(
      @Nullable String sellerSku,
      @Nullable Integer quantity,
      @Nullable String sellerFulfillmentOrderItemId) {
    this(sellerSku, quantity, sellerFulfillmentOrderItemId, null);
  }
}
