// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/** The locker that a parcel is in ({@code LockerDetails}); buyer data. */
public record LockerDetails(@Nullable String lockerNumber, @Nullable String lockerAccessCode) {

  @Override
  public String toString() {
    return "LockerDetails[****]";
  }
}
