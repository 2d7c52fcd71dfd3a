// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import io.mcfconnector.amazon.outbound.VariablePrecisionAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where it would go ({@code Destination}); buyer data.
 *
 * @param deliveryAddress as much as is known
 * @param ipAddress the buyer's, when no address is known
 */
public record Destination(
    @Nullable VariablePrecisionAddress deliveryAddress, @Nullable String ipAddress) {

  @Override
  public String toString() {
    return "Destination[****]";
  }
}
