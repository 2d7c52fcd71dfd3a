// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks what Amazon could ship ({@code GetOrderPreviewRequest}).
 *
 * @param channel where the buyer ordered
 * @param origin the country it would ship from
 * @param fulfillmentConfiguration the speed
 * @param destination where it would go; required
 * @param lineItems what to ship; required
 * @param excludeEstimatedFees whether to leave out the fees; Amazon tells them unless set
 * @param includePaymentOnDelivery whether to tell of payment on delivery
 */
public record GetOrderPreviewRequest(
    @Nullable String channel,
    @Nullable OrderOrigin origin,
    @Nullable PreviewFulfillmentConfiguration fulfillmentConfiguration,
    @Nullable OrderDestination destination,
    @Nullable List<PreviewLineItem> lineItems,
    @Nullable Boolean excludeEstimatedFees,
    @Nullable Boolean includePaymentOnDelivery) {

  /** Creates one with only the usual parts. */
  public GetOrderPreviewRequest(
      @Nullable String channel,
      @Nullable OrderOrigin origin,
      @Nullable PreviewFulfillmentConfiguration fulfillmentConfiguration,
      @Nullable OrderDestination destination,
      @Nullable List<PreviewLineItem> lineItems) {
    this(channel, origin, fulfillmentConfiguration, destination, lineItems, null, null);
  }
}
