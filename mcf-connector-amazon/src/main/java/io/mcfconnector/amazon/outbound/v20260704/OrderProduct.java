// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * What a line ships ({@code OrderProduct}).
 *
 * @param productIdentifier the SKU; required
 * @param perUnitDeclaredValue for customs
 */
public record OrderProduct(
    @Nullable ProductIdentifier productIdentifier, @Nullable Money perUnitDeclaredValue) {

  /** Creates one with only the usual parts. */
  public OrderProduct(@Nullable ProductIdentifier productIdentifier) {
    this(productIdentifier, null);
  }
}
