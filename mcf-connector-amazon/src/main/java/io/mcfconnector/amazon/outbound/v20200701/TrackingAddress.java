// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/** A place of a parcel ({@code TrackingAddress}). */
public record TrackingAddress(
    @Nullable String city, @Nullable String state, @Nullable String country) {

  @Override
  public String toString() {
    return "TrackingAddress[****]";
  }
}
