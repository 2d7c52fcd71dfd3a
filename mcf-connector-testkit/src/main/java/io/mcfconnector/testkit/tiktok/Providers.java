// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The carriers that TikTok knows in the United States. */
final class Providers {

  static final String AMAZON = "7248600717110282027";
  private static final String USPS = "7117858858072016686";
  private static final String UPS = "7117859084333745966";
  private static final String FEDEX = "7129720299146184490";

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put(USPS, "USPS");
    NAMES.put(UPS, "UPS");
    NAMES.put(FEDEX, "FedEx");
    NAMES.put("7213986298535610158", "DHL express");
    NAMES.put("7220301902846625579", "DHL eCommerce");
    NAMES.put(AMAZON, "Amazon Logistics");
    NAMES.put("7132721393761781550", "OnTrac");
    NAMES.put("7132708441138677550", "LaserShip");
    NAMES.put("7212612330725574442", "Veho");
    NAMES.put("7352738314622863120", "UniUni");
    NAMES.put("7325327335803406082", "Speedx");
    NAMES.put("7352739623900022544", "Gofo Express");
  }

  private static final Map<String, Pattern> NUMBERS =
      Map.of(
          AMAZON, Pattern.compile("(TB[ACM]|AFTN)\\d+"),
          UPS, Pattern.compile("1Z[0-9A-Z]{16}"),
          USPS, Pattern.compile("9[1-5]\\d{18,20}"),
          FEDEX, Pattern.compile("\\d{12}|\\d{15}"));

  private Providers() {}

  static boolean knows(String providerId) {
    return NAMES.containsKey(providerId);
  }

  static String name(String providerId) {
    return NAMES.getOrDefault(providerId, "");
  }

  static List<Map<String, @Nullable Object>> list(Set<String> withheld) {
    return NAMES.entrySet().stream()
        .filter(entry -> !withheld.contains(entry.getValue()))
        .map(entry -> new Fields().with("id", entry.getKey()).with("name", entry.getValue()).map())
        .toList();
  }

  /** Returns whether the form of this provider's numbers is known. */
  static boolean knowsNumbersOf(String providerId) {
    return NUMBERS.containsKey(providerId);
  }

  /** Returns the provider whose numbers look like this one; {@code null} when none do. */
  static @Nullable String likelyOwner(String trackingNumber) {
    return NUMBERS.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(trackingNumber).matches())
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
