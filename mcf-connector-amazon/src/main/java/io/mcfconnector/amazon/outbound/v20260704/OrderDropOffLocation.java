// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a driver may leave a parcel ({@code OrderDropOffLocation}).
 *
 * @param type such as {@code FRONT_DOOR}
 * @param attributes such as {@code neighborName}; buyer data
 */
public record OrderDropOffLocation(
    @Nullable String type, @Nullable Map<String, Object> attributes) {

  @Override
  public String toString() {
    return "OrderDropOffLocation[****]";
  }
}
