// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a parcel was delivered ({@code DeliveryInformation}); buyer data.
 *
 * @param deliveryDocumentList proofs
 * @param dropOffLocation where it was left
 */
public record DeliveryInformation(
    @Nullable List<DeliveryDocument> deliveryDocumentList,
    @Nullable DropOffLocation dropOffLocation) {

  @Override
  public String toString() {
    return "DeliveryInformation[****]";
  }
}
