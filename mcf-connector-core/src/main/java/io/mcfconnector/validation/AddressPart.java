// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.Address;
import java.util.List;

/**
 * The parts of an address and how many characters of each Amazon takes.
 *
 * <p>Amazon's present models name no limits; these are the documented ones of their predecessor,
 * and current integrations keep them.
 */
enum AddressPart {
  NAME("name", 50),
  LINE1("line1", 60),
  LINE2("line2", 60),
  LINE3("line3", 60),
  CITY("city", 50),
  STATE_OR_REGION("stateOrRegion", 150),
  POSTAL_CODE("postalCode", 20),
  COUNTRY_CODE("countryCode", 2),
  PHONE("phone", 20);

  /** The street lines. */
  static final List<AddressPart> LINES = List.of(LINE1, LINE2, LINE3);

  private final String label;
  private final int limit;

  AddressPart(String label, int limit) {
    this.label = label;
    this.limit = limit;
  }

  /** Returns the name of the part's accessor. */
  String label() {
    return label;
  }

  /** Returns how many characters Amazon takes. */
  int limit() {
    return limit;
  }

  String of(Address address) {
    return switch (this) {
      case NAME -> address.name();
      case LINE1 -> address.line1();
      case LINE2 -> address.line2();
      case LINE3 -> address.line3();
      case CITY -> address.city();
      case STATE_OR_REGION -> address.stateOrRegion();
      case POSTAL_CODE -> address.postalCode();
      case COUNTRY_CODE -> address.countryCode();
      case PHONE -> address.phone();
    };
  }

  Address.Builder set(Address.Builder address, String text) {
    return switch (this) {
      case NAME -> address.name(text);
      case LINE1 -> address.line1(text);
      case LINE2 -> address.line2(text);
      case LINE3 -> address.line3(text);
      case CITY -> address.city(text);
      case STATE_OR_REGION -> address.stateOrRegion(text);
      case POSTAL_CODE -> address.postalCode(text);
      case COUNTRY_CODE -> address.countryCode(text);
      case PHONE -> address.phone(text);
    };
  }
}
