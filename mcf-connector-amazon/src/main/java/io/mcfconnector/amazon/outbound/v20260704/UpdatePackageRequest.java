// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * Moves a parcel of the sandbox ({@code UpdatePackageRequest}).
 *
 * @param status where to, such as {@code IN_TRANSIT}; required
 * @param deliveryTime when it should arrive, ISO 8601
 * @param tracking its numbers
 */
public record UpdatePackageRequest(
    @Nullable String status, @Nullable String deliveryTime, @Nullable Tracking tracking) {

  /** Creates one with only the usual parts. */
  public UpdatePackageRequest(@Nullable String status) {
    this(status, null, null);
  }
}
