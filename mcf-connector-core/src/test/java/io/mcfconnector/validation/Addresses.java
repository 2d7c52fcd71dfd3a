// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.Address;

/** Invented addresses for tests. */
final class Addresses {

  static final Address VALID =
      Address.builder()
          .name("Ada Example")
          .line1("12 Sample Street")
          .line2("Apt 4")
          .city("Springfield")
          .stateOrRegion("IL")
          .postalCode("62701")
          .countryCode("US")
          .phone("+12175550100")
          .build();

  private Addresses() {}
}
