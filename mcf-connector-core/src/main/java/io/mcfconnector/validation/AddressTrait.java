// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

/**
 * What kind of place an address is, where a carrier may not go. Amazon documents for none of them
 * whether it delivers, so all are shipped to unless the host refuses them.
 */
public enum AddressTrait {
  /** A post office box, in the US or Canada. */
  PO_BOX("is a post office box"),
  /** A military post office of the US: APO, FPO or DPO. */
  MILITARY("is a military post office"),
  /** A territory of the US or a state in free association with it, such as Puerto Rico or Guam. */
  US_TERRITORY("lies in a territory of the US");

  private final String meaning;

  AddressTrait(String meaning) {
    this.meaning = meaning;
  }

  String meaning() {
    return meaning;
  }
}
