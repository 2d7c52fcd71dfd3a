// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What both versions demand of ids, lines and addresses. */
final class DraftRules {

  static final int LONGEST_ID = 40;
  static final int LONGEST_SKU = 50;
  private static final int MOST_LINES = 100;
  private static final int MOST_UNITS = 250;
  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern STATE_CODE = Pattern.compile("[A-Z]{2}");
  private static final Set<String> COUNTRIES_WITH_STATE_CODES = Set.of("US", "CA");

  /** Longest text by address field: the limits that the predecessor of this API documents. */
  private static final Map<String, Integer> LONGEST =
      Map.of(
          "name", 50,
          "addressLine1", 60,
          "addressLine2", 60,
          "addressLine3", 60,
          "city", 50,
          "districtOrCounty", 150,
          "stateOrRegion", 150,
          "postalCode", 20,
          "phone", 20);

  private final Marketplace marketplace;

  DraftRules(Marketplace marketplace) {
    this.marketplace = marketplace;
  }

  String orderId(JsonObject body, String name) {
    String id = body.text(name, LONGEST_ID);
    if (!ID.matcher(id).matches()) {
      // Amazon may accept such an id, but then it cannot be read any more.
      throw body.invalid(name);
    }
    return id;
  }

  String displayableId(JsonObject body, String name) {
    String id = body.text(name, LONGEST_ID);
    if (id.contains("  ") || !StandardCharsets.ISO_8859_1.newEncoder().canEncode(id)) {
      throw body.invalid(name);
    }
    return id.strip();
  }

  String sku(JsonObject item, String name) {
    return item.text(name, LONGEST_SKU);
  }

  void checkLines(List<OrderDraft.Line> lines, String parameter) {
    int units = lines.stream().mapToInt(OrderDraft.Line::units).sum();
    long ids = lines.stream().map(OrderDraft.Line::id).distinct().count();
    if (lines.isEmpty() || lines.size() > MOST_LINES || units > MOST_UNITS || ids < lines.size()) {
      throw Refusal.invalidValue("", parameter);
    }
  }

  Map<String, Object> address(JsonObject address) {
    address.text("name", NO_LIMIT);
    address.text("addressLine1", NO_LIMIT);
    address.text("postalCode", NO_LIMIT);
    LONGEST.forEach((name, longest) -> address.textOrNull(name, longest));
    String country = address.text("countryCode", 2);
    if (!marketplace.shipsTo(country)) {
      throw address.invalid("countryCode");
    }
    if (!country.equals("JP")) {
      address.text("city", NO_LIMIT);
    }
    if (COUNTRIES_WITH_STATE_CODES.contains(country)
        && !STATE_CODE.matcher(address.text("stateOrRegion", NO_LIMIT)).matches()) {
      throw address.invalid("stateOrRegion");
    }
    return address.members();
  }
}
