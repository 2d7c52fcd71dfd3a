// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The marketplace that the simulated seller sells in, and its region. */
final class Marketplace {

  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("ATVPDKIKX0DER", "US"),
          Map.entry("A2EUQ1WTGCTBG2", "CA"),
          Map.entry("A1AM78C64UM0Y8", "MX"),
          Map.entry("A2Q3Y263D00KWC", "BR"),
          Map.entry("A1F83G8C2ARO7P", "GB"),
          Map.entry("A1PA6795UKMFR9", "DE"),
          Map.entry("A13V1IB3VIYZZH", "FR"),
          Map.entry("APJ6JRA9NG5V4", "IT"),
          Map.entry("A1RKKUPIHCS9HS", "ES"),
          Map.entry("A1805IZSGTT6HS", "NL"),
          Map.entry("A2NODRKZP88ZB9", "SE"),
          Map.entry("A1C3SOZRARQ6R3", "PL"),
          Map.entry("AMEN7PMS3EDWL", "BE"),
          Map.entry("A28R8C7NBKEWEA", "IE"),
          Map.entry("A33AVAJ2PDY3EV", "TR"),
          Map.entry("A2VIGQ35RCS4UG", "AE"),
          Map.entry("A17E79C6D8DWNP", "SA"),
          Map.entry("ARBP9OOSHTCHU", "EG"),
          Map.entry("AE08WJ6YKNBMC", "ZA"),
          Map.entry("A21TJRUUN4KGV", "IN"),
          Map.entry("A1VC38T7YXB528", "JP"),
          Map.entry("A39IBJ37TRP1C6", "AU"),
          Map.entry("A19VAU5U5O7RUS", "SG"));
  private static final Set<String> NORTH_AMERICA = Set.of("US", "CA", "MX", "BR");
  private static final Set<String> FAR_EAST = Set.of("JP", "AU", "SG");

  /** Where stock of the United States goes. */
  private static final List<String> FROM_US = List.of("US", "PR", "CA");

  private final String id;
  private final String country;

  Marketplace(String id) {
    this.id = id;
    String known = COUNTRIES.get(id);
    if (known == null) {
      throw new IllegalArgumentException("marketplaceId: no marketplace of Amazon: " + id);
    }
    this.country = known;
  }

  String id() {
    return id;
  }

  String country() {
    return country;
  }

  String awsRegion() {
    return awsRegion(country);
  }

  boolean shipsTo(String destination) {
    return !country.equals("US") || FROM_US.contains(destination);
  }

  /** Refuses the id of any other marketplace. */
  void check(String asked, String parameter) {
    if (asked.equals(id)) {
      return;
    }
    String known = COUNTRIES.get(asked);
    if (known != null && !awsRegion(known).equals(awsRegion())) {
      throw Refusal.denied("The marketplaces you provided are not valid for region.");
    }
    throw Refusal.invalidValue(asked, parameter);
  }

  private static String awsRegion(String country) {
    return NORTH_AMERICA.contains(country)
        ? "us-east-1"
        : FAR_EAST.contains(country) ? "us-west-2" : "eu-west-1";
  }
}
