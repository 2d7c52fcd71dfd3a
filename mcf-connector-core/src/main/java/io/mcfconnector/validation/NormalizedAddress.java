// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.Address;
import java.util.List;
import java.util.Set;

/**
 * An address as it will be sent.
 *
 * @param address the tidied address; buyer data
 * @param changes what differs from the original; empty when nothing does
 * @param traits what kind of place it is, where that matters to a carrier
 */
public record NormalizedAddress(
    Address address, List<AddressChange> changes, Set<AddressTrait> traits) {

  /** Copies the collections. */
  public NormalizedAddress {
    changes = List.copyOf(changes);
    traits = Set.copyOf(traits);
  }

  @Override
  public String toString() {
    return "NormalizedAddress[" + address + ", " + changes + ", " + traits + "]";
  }
}
