// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.Address;
import java.util.List;

/**
 * An address as it will be sent.
 *
 * @param address the tidied address; buyer data
 * @param changes what differs from the original; empty when nothing does
 */
public record NormalizedAddress(Address address, List<AddressChange> changes) {

  /** Copies the list. */
  public NormalizedAddress {
    changes = List.copyOf(changes);
  }

  @Override
  public String toString() {
    return "NormalizedAddress[" + address + ", " + changes + "]";
  }
}
