// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a driver may leave a parcel ({@code DropOffLocation}).
 *
 * @param type such as {@code FRONT_DOOR}
 * @param attributes such as {@code neighborName}; buyer data
 */
public record DropOffLocation(@Nullable String type, @Nullable Map<String, String> attributes) {

  @Override
  public String toString() {
    return "DropOffLocation[****]";
  }
}
