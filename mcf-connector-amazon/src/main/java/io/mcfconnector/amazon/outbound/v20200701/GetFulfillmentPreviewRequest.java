// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks what Amazon could ship ({@code GetFulfillmentPreviewRequest}).
 *
 * @param marketplaceId the marketplace
 * @param address where it would go; required
 * @param items what to ship; required
 * @param shippingSpeedCategories the speeds to look at; all when absent
 * @param includeCODFulfillmentPreview whether to tell also of payment on delivery
 * @param includeDeliveryWindows whether to tell the windows of scheduled deliveries; Japan
 * @param featureConstraints special wishes
 */
public record GetFulfillmentPreviewRequest(
    @Nullable String marketplaceId,
    @Nullable AmazonAddress address,
    @Nullable List<GetFulfillmentPreviewItem> items,
    @Nullable List<String> shippingSpeedCategories,
    @Nullable Boolean includeCODFulfillmentPreview,
    @Nullable Boolean includeDeliveryWindows,
    @Nullable List<FeatureSettings> featureConstraints) {

  /** Creates one with only the usual parts. */
  public GetFulfillmentPreviewRequest(
      @Nullable String marketplaceId,
      @Nullable AmazonAddress address,
      @Nullable List<GetFulfillmentPreviewItem> items,
      @Nullable List<String> shippingSpeedCategories) {
    this(marketplaceId, address, items, shippingSpeedCategories, null, null, null);
  }
}
