// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A slip that is put into the parcel ({@code OrderPackingSlip}); any part makes Amazon print one.
 *
 * @param templateName Amazon's name of a template
 * @param templateAttributes what to print, such as {@code orderId}; may be buyer data
 */
public record OrderPackingSlip(
    @Nullable String templateName, @Nullable Map<String, String> templateAttributes) {

  @Override
  public String toString() {
    return "OrderPackingSlip[****]";
  }
}
