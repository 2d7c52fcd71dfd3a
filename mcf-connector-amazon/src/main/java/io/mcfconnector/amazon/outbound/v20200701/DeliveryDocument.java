// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * A proof of delivery ({@code DeliveryDocument}); buyer data.
 *
 * @param documentType {@code DELIVERY_IMAGE}
 * @param url valid for an hour
 */
public record DeliveryDocument(@Nullable String documentType, @Nullable String url) {

  @Override
  public String toString() {
    return "DeliveryDocument[****]";
  }
}
